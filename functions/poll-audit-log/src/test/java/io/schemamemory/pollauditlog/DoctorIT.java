package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.planetscale.Fault;
import io.schemamemory.testkit.planetscale.StandInWebhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The doctor's report, made with the function's own login and token.
class DoctorIT extends PollerFixture {
  private static final String WEBHOOKS = "https://memory.example.com/api/planetscale/webhooks";

  private DoctorAnswer answer = new DoctorAnswer(true, List.of());

  @BeforeEach
  void asIfPolledJustNow() {
    // The stand-in's server writes its own time into the header Date.
    TestBeans.NOW.set(Instant.now());
    run();
  }

  @AfterEach
  void no_line_holds_a_secret() {
    assertThat(answer.lines())
        .noneMatch(line -> line.contains("s3cret"))
        .noneMatch(line -> line.contains(database.url(Login.POLL_AUDIT_LOG).password()));
  }

  @Test
  void the_sample_event_is_answered_with_a_line_for_each_check() {
    doctor(new PollAuditLog());

    assertThat(answer.healthy()).as("%s", answer.lines()).isTrue();
    assertThat(answer.lines().stream().map(line -> line.split(": ", 2)[0]))
        .containsExactly(
            "ok pooled connection",
            "ok keyset",
            "ok months ahead",
            "ok feeds",
            "ok quarantine",
            "ok killed runs",
            "ok request budget of acme",
            "ok planetscale",
            "ok clock",
            "ok service token of acme",
            "ok organization acme",
            "ok audit log of acme",
            "skipped databases of acme");
  }

  @Test
  void it_polls_nothing() {
    log.generate(5, TestBeans.NOW.get(), Duration.ofMinutes(1));
    doctor(new PollAuditLog());

    assertThat(ledger()).isEmpty();
    assertThat(strings("select id from memory.run")).hasSize(1);
  }

  @Test
  void a_missing_access_fails_its_check_and_the_invocation_does_not_fail() {
    planetScale.grant("polling:s3cret", ORGANIZATION, "read_organization");
    doctor(new PollAuditLog());

    assertThat(answer.healthy()).isFalse();
    assertThat(line("fail audit log of acme")).contains("grant", "read_audit_logs");
  }

  @Test
  void it_reports_what_its_login_may_read_of_the_database() {
    // First, on its own: a statement cannot make a month of the table that it writes.
    database.asOwner("select memory.ensure_month('run', now() - interval '20 minutes')");
    database.asOwner(
        """
        update memory.feed_position set caught_up_at = now() - interval '3 days';
        insert into memory.quarantine (kind, reference, reason, attempts, version)
        values ('delivery', 17, 'a test', 5, 'test');
        insert into memory.run (function, started_at)
        values ('normalize-deliveries', now() - interval '20 minutes')
        """);
    doctor(new PollAuditLog());

    assertThat(line("fail feeds")).contains("acme was read completely 72 hours ago");
    assertThat(line("fail quarantine")).contains("1 deliveries");
    assertThat(line("fail killed runs")).contains("1 of normalize-deliveries in the last day");
  }

  @Test
  void planetscale_is_checked_even_if_the_database_is_unavailable() {
    PollAuditLog poller = new PollAuditLog();
    answer = database.withoutPooler(() -> (DoctorAnswer) poller.handleRequest(event(), invocation));

    assertThat(line("fail pooled connection")).contains("check host and port in DATABASE_URL");
    assertThat(line("skipped feeds")).contains("fix that first");
    assertThat(line("ok planetscale")).startsWith("ok ");
    assertThat(answer.healthy()).isFalse();
  }

  @Test
  void it_reports_a_connection_that_bypasses_the_pooler() {
    environment.set("DATABASE_URL", database.direct(Login.POLL_AUDIT_LOG).reveal());
    doctor(new PollAuditLog());

    assertThat(line("fail pooled connection")).contains("bypasses the connection pooler");
  }

  @Test
  void it_reports_a_wrong_clock_and_a_proxy_s_page() {
    TestBeans.NOW.set(Instant.now().plus(Duration.ofMinutes(1)));
    planetScale.script().next(1, Fault.html(200));
    doctor(new PollAuditLog());

    assertThat(line("fail clock")).contains("seconds ahead of PlanetScale's");
    assertThat(line("fail planetscale")).contains("PLANETSCALE_API_URL");
    assertThat(line("skipped organization acme")).contains("see the line planetscale");
  }

  @Test
  void it_reports_a_disabled_webhook_if_the_token_may_see_it() {
    planetScale.grant("polling:s3cret", ORGANIZATION, "read_audit_logs", "read_database");
    StandInWebhooks webhooks =
        planetScale.organization(ORGANIZATION).database("shop", "mysql").webhooks();
    webhooks.update(
        webhooks.register(WEBHOOKS),
        "{\"enabled\":false,\"last_sent_success\":false,\"last_sent_at\":\"2026-05-02T17:52:35.000Z\"}");
    environment.set("WEBHOOK_URL", WEBHOOKS);
    doctor(new PollAuditLog());

    assertThat(line("fail webhook of acme/shop")).contains("keeps failing", "then enable it");
    assertThat(line("skipped deploy requests of acme")).contains("read_deploy_request");
  }

  @Test
  void it_reports_an_invalid_receiver_url_which_stops_no_start() {
    environment.set("WEBHOOK_URL", "somewhere");
    doctor(new PollAuditLog());

    assertThat(line("fail setting WEBHOOK_URL")).contains("the stack's WebhookUrl");
  }

  @Test
  void every_organization_with_a_token_is_checked() {
    planetScale.grant("other:t0ken", "beta", "read_audit_logs");
    environment.set("PLANETSCALE_SERVICE_TOKENS", "{\"beta\":\"other:t0ken\"}");
    doctor(new PollAuditLog());

    assertThat(line("ok audit log of acme")).startsWith("ok ");
    assertThat(line("ok audit log of beta")).startsWith("ok ");
  }

  @Test
  void a_misspelt_command_is_refused_and_polls_nothing() {
    PollAuditLog poller = new PollAuditLog();

    assertThatThrownBy(() -> poller.handleRequest(Map.of("command", "docter"), invocation))
        .hasMessageContaining("{\"command\":\"doctor\"}");
    assertThat(strings("select id from memory.run")).hasSize(1);
  }

  private void doctor(PollAuditLog poller) {
    answer = (DoctorAnswer) poller.handleRequest(event(), invocation);
  }

  private static Map<String, Object> event() {
    try {
      return JsonMapper.createDefault()
          .readValue(
              Files.readAllBytes(Path.of("../../events/poll-audit-log/doctor.json")),
              Argument.mapOf(String.class, Object.class));
    } catch (IOException missing) {
      throw new IllegalStateException("the sample event is missing", missing);
    }
  }

  private String line(String beginning) {
    return answer.lines().stream()
        .filter(line -> line.startsWith(beginning + ": "))
        .findFirst()
        .orElse("no such line in " + answer.lines());
  }
}
