package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.pollauditlog.walk.WalkSizes;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.metrics.DocumentedMetrics;
import io.schemamemory.testkit.metrics.PrintedMetrics;
import io.schemamemory.testkit.planetscale.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.stream.SystemOut;

/// A run that could not do its work fails and says what to do.
class RefusedIT extends PollerFixture {
  /// Printed when they happen; other tests hold that they are.
  private static final List<String> NOT_IN_EACH_RUN = List.of("KeysetRefused", "SecretsStale");

  @BeforeEach
  void someEntries() {
    log.generate(5, FixedTime.NOW, Duration.ofMinutes(1));
  }

  @Test
  void an_unknown_token_is_named() {
    planetScale.revoke("polling:s3cret");

    assertThatThrownBy(this::run)
        .hasMessageContaining("acme: PlanetScale does not know the service token (401");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404})
  void a_missing_access_is_named_however_it_is_answered(int status) {
    planetScale.grant("polling:s3cret", ORGANIZATION, "read_organization");
    planetScale.answerMissingAccess(status);

    assertThatThrownBy(this::run).hasMessageContaining("read_audit_logs");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void a_run_whose_time_ends_before_the_shared_budget_is_full_again_is_unfinished() {
    run();
    database.asOwner(
        "update memory.request_budget set remaining = 0, minute = date_trunc('minute', now()) +"
            + " interval '1 minute'");

    assertThat(run()).isEqualTo(new PollCounts(0, 0, 1, 0, 0, 0, 0));
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void a_rate_limit_that_does_not_end_is_told() {
    planetScale.script().next(1000, Fault.status(429));

    assertThatThrownBy(() -> run(new PollAuditLog(), Duration.ofMinutes(4)))
        .hasMessageContaining("asked too often");
  }

  @Test
  void entries_being_written_when_reading_fails_are_written_and_counted() {
    TestBeans.SIZES.set(new WalkSizes(100, 200));
    log.generate(450, FixedTime.NOW, Duration.ofMinutes(10));
    planetScale
        .script()
        .next(2, Fault.meanwhile(() -> {}))
        .next(1, Fault.meanwhile(() -> rename("request_budget", "gone")));
    try {
      assertThatThrownBy(this::run).hasMessageContaining("SQLSTATE=42P01");
    } finally {
      rename("gone", "request_budget");
    }
    assertThat(ledger()).hasSize(200);
    assertThat(invocation.log()).contains("entries=200");
  }

  @Test
  void a_run_whose_position_was_not_saved_does_not_report_that_position() throws Exception {
    environment.set("METRICS_NAMESPACE", "SchemaMemory");
    planetScale.script().next(1, Fault.meanwhile(() -> rename("feed_position", "gone")));
    SystemOut out = new SystemOut();
    try {
      out.execute(() -> assertThatThrownBy(this::run).hasMessageContaining("SQLSTATE=42P01"));
    } finally {
      rename("gone", "feed_position");
    }
    assertThat(out.getText()).contains("AuditPages").doesNotContain("AuditSecondsBehind");

    database.asOwner("update memory.lease set until = now()");
    assertThat(out.execute(() -> run().entries())).isEqualTo(5);
    assertThat(out.getText()).contains("AuditSecondsBehind");
  }

  private static void rename(String table, String to) {
    database.asOwner("alter table memory." + table + " rename to " + to);
  }

  @Test
  void a_feed_without_a_token_fails_with_a_metric_and_the_others_are_read() throws Exception {
    database.asOwner(
        "insert into memory.feed (workspace_id, organization) select id, 'beta' from"
            + " memory.workspace");

    environment.set("METRICS_NAMESPACE", "SchemaMemory/stack");
    SystemOut out = new SystemOut();

    out.execute(
        () ->
            assertThatThrownBy(this::run)
                .hasMessage(
                    "beta: it has no service token: add one to PLANETSCALE_SERVICE_TOKENS"));
    assertThat(ledger()).hasSize(5);
    PrintedMetrics printed = PrintedMetrics.in(out.getLines(), "SchemaMemory/stack");
    assertThat(printed.values().get("FeedsWithoutToken")).containsExactlyInAnyOrder(0L, 1L);
    assertThat(Stream.concat(printed.names().stream(), NOT_IN_EACH_RUN.stream()))
        .containsExactlyInAnyOrderElementsOf(DocumentedMetrics.of("poll-audit-log"));
  }

  @Test
  void an_organization_that_gets_no_feed_is_told_and_the_others_are_read() {
    planetScale.grant("other:t0ken", "beta", "read_audit_logs");
    planetScale.organization("beta").auditLog().generate(7, FixedTime.NOW, Duration.ofHours(1));
    environment.set("PLANETSCALE_SERVICE_TOKENS", "{\"beta\":\"other:t0ken\"}");
    database.asOwner(
        "insert into memory.feed (workspace_id, organization) select id, 'beta' from"
            + " memory.workspace; update memory.workspace set name = 'main' where name ="
            + " 'default'");
    try {
      assertThatThrownBy(this::run)
          .hasMessageStartingWith("acme: it has no feed, since no workspace");
      assertThat(ledger()).hasSize(7);
    } finally {
      database.asOwner("update memory.workspace set name = 'default' where name = 'main'");
    }
  }

  @Test
  void more_feeds_are_read_each_with_its_own_token() {
    planetScale.grant("other:t0ken", "beta", "read_audit_logs");
    planetScale.organization("beta").auditLog().generate(7, FixedTime.NOW, Duration.ofHours(1));
    environment.set("PLANETSCALE_SERVICE_TOKENS", "{\"beta\":\"other:t0ken\"}");
    database.asOwner(
        "insert into memory.feed (workspace_id, organization) select id, 'beta' from"
            + " memory.workspace");

    assertThat(run()).isEqualTo(new PollCounts(2, 0, 0, 0, 2, 12, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"every-five-minutes", "by-hand"})
  void every_sample_event_polls(String sample) throws Exception {
    Map<String, Object> event =
        JsonMapper.createDefault()
            .readValue(
                Samples.read("poll-audit-log/" + sample + ".json"),
                Argument.mapOf(String.class, Object.class));

    assertThat(PollCounts.of(new PollAuditLog().handleRequest(event, invocation)).entries())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "PLANETSCALE_ORGANIZATION, ''",
    "PLANETSCALE_SERVICE_TOKEN_ID, pscale_tkn_swapped",
    "PLANETSCALE_SERVICE_TOKEN, 'with a space'",
    "PLANETSCALE_SERVICE_TOKENS, '{\"beta\":7'",
    "PLANETSCALE_API_URL, http://example.com/v1",
    "SEALING_KEYSET, '{}'",
    "SEALING_KEY, somewhere",
    "DATABASE_URL, nowhere"
  })
  void a_malformed_setting_stops_the_start_by_name_and_is_not_repeated(String name, String value) {
    environment.set(name, value);

    assertThatThrownBy(PollAuditLog::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(name + " is m")
        .satisfies(
            refused ->
                assertThat(value.isEmpty() || !String.valueOf(refused.getMessage()).contains(value))
                    .isTrue());
  }
}
