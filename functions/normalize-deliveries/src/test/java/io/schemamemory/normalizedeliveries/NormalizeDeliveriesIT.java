package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizeDeliveriesIT extends NormalizerFixture {
  @Test
  void a_deploy_request_becomes_a_timeline_and_a_story() {
    database.receive(life().toArray(byte[][]::new));

    assertThat(run()).isEqualTo(counts(7, 0, 0, 0));

    Golden.assertGolden("deploy-request-timeline.txt", timeline());
    Golden.assertGolden("deploy-request-story.txt", story());
    Golden.assertGolden("deploy-request-remembered.txt", Remembered.text());
    assertThat(rows("pending")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_and_any_batches_give_the_same_memory(long seed) {
    List<byte[]> shuffled = new ArrayList<>(life());
    Collections.shuffle(shuffled, new Random(seed));
    NormalizeDeliveries normalize = new NormalizeDeliveries();
    for (byte[] body : shuffled) {
      database.receive(body);
      normalize.handleRequest(Map.of(), invocation);
    }

    Golden.assertGolden("deploy-request-timeline.txt", timeline());
    Golden.assertGolden("deploy-request-story.txt", story());
    Golden.assertGolden("deploy-request-remembered.txt", Remembered.text());
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void every_documented_payload_becomes_one_entry(String event) {
    database.receive(Samples.payload(event));

    run();

    assertThat(rows("quarantine")).isEmpty();
    assertThat(rows("observation")).hasSize(1);
    Golden.assertGolden("entries/" + event + ".txt", timeline());
  }

  @Test
  void the_same_milestone_in_different_bytes_is_one_observation() {
    String body = new String(Samples.payload("deploy_request.queued"), UTF_8);
    database.receive(body.getBytes(UTF_8), (body + " ").getBytes(UTF_8));

    assertThat(run().count(NormalizeCounter.NORMALIZED)).isEqualTo(2);

    assertThat(rows("sighting")).hasSize(2);
    assertThat(rows("observation")).hasSize(1);
  }

  @Test
  void a_later_body_with_more_details_improves_the_observation() {
    String late = new String(Samples.payload("deploy_request.queued"), UTF_8);
    String early =
        late.replaceAll(
                "\"deploy_operations\":\\[\\{.*?}],\"deploy_operation_summaries\"",
                "\"deploy_operations\":[],\"deploy_operation_summaries\"")
            .replaceAll(
                "\"updated_at\":\"2026-05-02T17:53:[0-9.]+Z\"",
                "\"updated_at\":\"2026-05-02T17:53:00.000Z\"");
    assertThat(early).isNotEqualTo(late);
    NormalizeDeliveries normalize = new NormalizeDeliveries();

    database.receive(early.getBytes(UTF_8));
    normalize.handleRequest(Map.of(), invocation);
    assertThat(timeline()).doesNotContain("customers");
    database.receive(late.getBytes(UTF_8));
    normalize.handleRequest(Map.of(), invocation);

    assertThat(timeline()).contains("drops column fax from customers").hasLineCount(1);
  }

  @Test
  void the_time_of_normalizing_is_that_of_the_clock_it_was_given() {
    database.receive(Samples.payload("branch.ready"));

    run();

    assertThat(database.rows("select observed_at from memory.sighting"))
        .containsExactly(Map.of("observed_at", Timestamp.from(FixedTime.NOW)));
  }

  @Test
  void an_unknown_event_is_kept_and_shown_as_such() {
    database.receive(
        new String(Samples.payload("webhook.test"), UTF_8)
            .replace("webhook.test", "branch.teleported")
            .getBytes(UTF_8));

    assertThat(run()).isEqualTo(counts(1, 1, 0, 0));

    assertThat(timeline())
        .contains("PlanetScale sent branch.teleported about acme/shop, an event this version");
  }

  @Test
  void an_event_that_has_become_known_replaces_its_unknown_observation() {
    byte[] body = Samples.payload("branch.anomaly");
    database.receive(new String(body, UTF_8).replace("anomaly", "teleported").getBytes(UTF_8));
    run();
    database.asOwner(
        """
        update memory.delivery_body
        set body = convert_to(replace(convert_from(body, 'UTF8'), 'teleported', 'anomaly'), 'UTF8')
        """);

    // What a replay does, by hand.
    database.asOwner(
        """
        insert into memory.pending (delivery_id, received_at)
        select d.id, d.received_at
        from memory.sighting s join memory.delivery d on d.id = s.reference
        where s.channel = 'webhook' and s.kind = 'unknown'
        on conflict do nothing
        """);

    assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
    assertThat(timeline()).contains("showed an anomaly").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, exactly one of DATABASE_URL",
    "PLANETSCALE_WEBHOOK_SECRET, exactly one of WEBHOOK_SECRETS_ID"
  })
  void a_missing_setting_stops_the_start_by_name(String name, String message) {
    environment.set(name, "");

    assertThatThrownBy(NormalizeDeliveries::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(message);
  }
}
