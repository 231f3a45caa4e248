package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.inbox.DeliveryReplay;
import io.schemamemory.data.inbox.DeliveryReplays;
import io.schemamemory.data.inbox.DeliverySelection;
import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.normalizedeliveries.answer.ReplayProgress;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayIT extends NormalizerFixture {
  private static final byte[] NOT_JSON = "not json".getBytes(UTF_8);

  @Test
  void quarantined_deliveries_are_read_again_and_leave_if_they_can_be_read() {
    killed(Samples.payload("branch.ready"));
    database.receive(NOT_JSON);
    run();

    DeliveryReplay replay = replay(Map.of("command", "replay", "quarantined", true));

    assertThat(replay.finished()).isTrue();
    assertThat(replay.replayed()).isEqualTo(2);
    assertThat(rows("observation")).hasSize(1);
    assertThat(rows("quarantine")).extracting(row -> row.get("attempts")).containsExactly(1);
  }

  @Test
  void a_reason_replays_only_the_items_quarantined_for_it() {
    killed(Samples.payload("branch.ready"));
    database.receive(NOT_JSON);
    run();

    Map<String, Object> event =
        Map.of("command", "replay", "reason", "normalizing it did not end in 5 attempts");

    assertThat(replay(event).replayed()).isEqualTo(1);
    assertThat(rows("quarantine")).hasSize(1);
  }

  @Test
  void a_replay_by_event_name_normalizes_its_deliveries_again() {
    database.receive(Samples.payload("branch.ready"), Samples.payload("webhook.test"));
    run();
    database.asOwner("update memory.observation set template = 'text of an older version'");

    assertThat(replay(Map.of("command", "replay", "event", "branch.ready")).replayed())
        .isEqualTo(1);

    assertThat(timeline()).contains("main", "text of an older version");
  }

  @Test
  void a_replay_by_event_name_includes_quarantined_deliveries() {
    database.receive(
        "{\"event\":\"branch.ready\"}".getBytes(UTF_8), "{\"event\":7}".getBytes(UTF_8), NOT_JSON);
    run();

    assertThat(replay(Map.of("command", "replay", "event", "branch.ready")).replayed())
        .isEqualTo(1);
    assertThat(rows("quarantine"))
        .extracting(row -> row.get("event"))
        .containsExactlyInAnyOrder("branch.ready", null, null);
  }

  @Test
  void deliveries_are_replayed_by_their_ids() {
    database.receive(Samples.payload("branch.ready"), Samples.payload("webhook.test"));
    run();
    List<?> ids =
        database.rows("select min(id) as id from memory.delivery").stream()
            .map(row -> row.get("id"))
            .toList();

    assertThat(replay(Map.of("command", "replay", "deliveries", ids)).replayed()).isEqualTo(1);
  }

  @Test
  void everything_normalized_again_is_the_same_memory_without_a_duplicate() {
    life().forEach(database::receive);
    database.receive(Samples.payload("branch.ready"), NOT_JSON);
    run();
    String before = timeline() + story();

    assertThat(replay(Map.of("command", "replay", "everything", true)).replayed()).isEqualTo(9);

    assertThat(timeline() + story()).isEqualTo(before);
    assertThat(rows("sighting")).hasSize(8);
    assertThat(rows("quarantine")).hasSize(1);
  }

  @Test
  void an_observation_is_rewritten_only_when_it_changes() {
    String places =
        "select id, (ctid::text::point)[1]::int as line from memory.observation order by id";
    // What other tests deleted has left its lines.
    database.asOwner(
        "truncate memory.observation, memory.sighting, memory.observation_facet,"
            + " memory.temporal_state");
    life().forEach(database::receive);
    run();
    List<Map<String, @Nullable Object>> written = database.rows(places);

    replay(Map.of("command", "replay", "everything", true));

    // A row that is updated gets another place on its page (`ctid`).
    assertThat(written)
        .extracting(row -> row.get("line"))
        .containsExactlyInAnyOrder(IntStream.rangeClosed(1, written.size()).boxed().toArray());
    assertThat(database.rows(places)).isEqualTo(written);
  }

  @Test
  void a_replay_continues_where_it_stopped() throws SQLException {
    IntStream.range(0, 1_100).forEach(i -> database.receive(("{\"n\":" + i + "}").getBytes(UTF_8)));
    run();
    try (Connection connection =
        PooledConnection.connect(database.url(Login.NORMALIZE_DELIVERIES))) {
      DeliveryReplays replays = new DeliveryReplays(connection);
      replays.request(new DeliverySelection.Everything());
      assertThat(replays.step()).hasValueSatisfying(step -> assertThat(step.finished()).isFalse());
    }

    assertThat(run().count(NormalizeCounter.QUARANTINED)).isEqualTo(1_100);

    ReplayProgress progress = (ReplayProgress) ask(Map.of("command", "progress"));
    assertThat(progress.replays())
        .singleElement()
        .satisfies(replay -> assertThat(replay.finished()).isTrue())
        .satisfies(replay -> assertThat(replay.replayed()).isEqualTo(1_100));
  }

  @Test
  void a_delivery_whose_body_was_dropped_is_skipped_and_its_observations_stay() {
    database.receive(Samples.payload("branch.ready"));
    run();
    String before = timeline();
    database.asOwner("delete from memory.delivery_body");

    DeliveryReplay replay = replay(Map.of("command", "replay", "everything", true));

    assertThat(replay.withoutBody()).isEqualTo(1);
    assertThat(replay.replayed()).isZero();
    assertThat(timeline()).isEqualTo(before).isNotEmpty();
    assertThat(rows("quarantine")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"every-minute", "by-hand", "replay", "progress"})
  void every_sample_event_is_answered(String name) throws IOException {
    byte[] sample = Samples.read("normalize-deliveries/" + name + ".json");

    Object answer = ask(new ObjectMapper().readValue(sample, new TypeReference<>() {}));

    assertThat(answer)
        .isInstanceOf(
            Set.of("replay", "progress").contains(name) ? ReplayProgress.class : Counts.class);
  }

  private void killed(byte[] body) {
    database.receive(body);
    database.asOwner("update memory.pending set attempts = 5");
    run();
  }

  private DeliveryReplay replay(Map<String, Object> event) {
    return ((ReplayProgress) ask(event)).replays().getFirst();
  }
}
