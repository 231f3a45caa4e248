package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.testkit.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarantineIT extends NormalizerFixture {
  @Test
  void unreadable_deliveries_are_quarantined_with_their_reasons_and_the_others_are_normalized() {
    byte[] nul = "{\"timestamp\":1777744335,\"event\":\"webhook\\u0000test\"}".getBytes(UTF_8);
    byte[] notUtf8 = "{\"timestamp\":1777744335,\"event\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
    database.receive(
        nul, Samples.payload("branch.ready"), notUtf8, "not json".getBytes(UTF_8), new byte[0]);

    assertThat(run()).isEqualTo(counts(1, 0, 4, 0));

    assertThat(
            database.rows(
                "select reason, attempts, version from memory.quarantine order by reference"))
        .extracting(row -> row.get("reason"))
        .containsExactly(
            "event holds a character that cannot be read",
            "event holds a character that cannot be read",
            "the body is not well-formed JSON, near character 0",
            "the body is not a JSON object");
    assertThat(rows("observation")).hasSize(1);
    assertThat(rows("delivery_body")).hasSize(5);
    assertThat(rows("pending")).isEmpty();
  }

  @Test
  void a_delivery_that_used_up_its_attempts_is_quarantined() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("update memory.pending set attempts = 5");

    assertThat(run().count(NormalizeCounter.QUARANTINED)).isEqualTo(1);

    assertThat(database.rows("select reason from memory.quarantine"))
        .containsExactly(Map.of("reason", "normalizing it did not end in 5 attempts"));
  }

  @Test
  void a_write_that_fails_fails_the_invocation_and_loses_nothing() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("revoke insert on memory.sighting from normalize_deliveries");
    try {
      assertThatThrownBy(this::run)
          .hasMessage("1 deliveries could not be written; they stay pending and are tried again");
    } finally {
      database.asOwner("grant insert on memory.sighting to normalize_deliveries");
    }
    assertThat(invocation.log()).contains("SQLSTATE=42501").doesNotContain("Jane");
    assertThat(rows("pending")).hasSize(1);

    database.asOwner("update memory.pending set not_before = now()");
    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
  }

  @Test
  void a_plain_jdbc_failure_stops_neither_the_run_nor_the_next_batch() {
    database.receive("not json".getBytes(UTF_8), Samples.payload("branch.ready"));
    TestBeans.CLAIM_SIZE.set(new ClaimSize(1));
    database.asOwner("revoke insert on memory.quarantine from normalize_deliveries");
    database.asOwner(
        "revoke insert (kind, reference, reason, attempts, version, event) on memory.quarantine"
            + " from normalize_deliveries");
    try {
      assertThatThrownBy(this::run).hasMessageStartingWith("1 deliveries could not be written");
    } finally {
      database.asOwner(
          "grant insert (kind, reference, reason, attempts, version, event) on memory.quarantine to"
              + " normalize_deliveries");
    }
    assertThat(invocation.log()).contains("SQLSTATE=42501");
    assertThat(rows("pending")).hasSize(1);
    assertThat(rows("observation")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"branch\":\"add-email-index\" | \"branch\":\"\" | the body has no resource.branch",
        "\"number\":42 | \"number\":1.5 | resource.number is not a whole number",
        "2026-05-02T17:53:29.543Z | -9999-01-01T00:00:00Z | queued_at is not a time between 2018",
      })
  void a_delivery_whose_value_cannot_be_stored_is_quarantined_alone(
      String right, String wrong, String reason) {
    String body = new String(Samples.payload("deploy_request.queued"), UTF_8);
    assertThat(body).contains(right);
    database.receive(body.replace(right, wrong).getBytes(UTF_8), Samples.payload("branch.ready"));

    assertThat(run()).isEqualTo(counts(1, 0, 1, 0));

    assertThat(database.rows("select reason from memory.quarantine").toString()).contains(reason);
  }

  @Test
  void an_unreadable_optional_field_is_ignored_and_only_its_name_is_logged() {
    database.receive(
        new String(Samples.payload("deploy_request.queued"), UTF_8)
            .replace("\"created_at\":\"2026-05-02T17:52:35.797Z\"", "\"created_at\":\"hunter2\"")
            .replace("\"table_name\":\"customers\"", "\"table_name\":{\"hunter2\":1}")
            .getBytes(UTF_8));

    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));

    assertThat(timeline())
        .contains("was queued by Jane Doe: drops column fax from customers (data may be lost).");
    assertThat(invocation.log())
        .contains(" fields=[resource.created_at, resource.deployment.deploy_operations.table_name]")
        .doesNotContain("hunter2");
  }

  @Test
  void null_list_elements_and_empty_texts_are_accepted() {
    database.receive(
        new String(Samples.payload("deploy_request.queued"), UTF_8)
            .replace("\"lint_errors\":[]", "\"lint_errors\":[null]")
            .replace("\"preceding_deployments\":[]", "\"preceding_deployments\":[null]")
            .replace("\"deploy_operations\":[", "\"deploy_operations\":[null,")
            .replace("\"table_name\":\"customers\"", "\"table_name\":\"\"")
            .getBytes(UTF_8));

    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));

    assertThat(timeline())
        .contains("was queued by Jane Doe: drops column fax from customers (data may be lost).");
  }

  @Test
  void a_delivery_that_has_become_readable_leaves_quarantine() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("update memory.pending set attempts = 5");
    run();
    assertThat(rows("quarantine")).hasSize(1);

    database.asOwner("insert into memory.pending select id, received_at from memory.delivery");
    run();

    assertThat(rows("quarantine")).isEmpty();
    assertThat(rows("observation")).hasSize(1);
  }

  @Test
  void a_story_is_deleted_with_its_last_observation() {
    database.receive(Samples.payload("deploy_request.opened"));
    run();
    assertThat(story()).isNotEmpty();

    database.asOwner(
        """
        update memory.delivery_body
        set body = convert_to(replace(convert_from(body, 'UTF8'), 'deploy_request.opened', 'x.y'), 'UTF8');
        insert into memory.pending select id, received_at from memory.delivery
        """);
    run();

    assertThat(story()).isEmpty();
    assertThat(timeline()).contains("PlanetScale sent x.y").hasLineCount(1);
  }
}
