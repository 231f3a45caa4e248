package io.schemamemory.normalize;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.bootstrap.Login;
import io.schemamemory.lambda.SettingException;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

@ExtendWith(SystemStubsExtension.class)
class NormalizeDeliveriesIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final List<String> LIFE =
      List.of(
          "opened",
          "queued",
          "in_progress",
          "pending_cutover",
          "schema_applied",
          "reverted",
          "closed");

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  private final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startEmpty() {
    database.empty();
    environment.set("DATABASE_URL", database.url(Login.NORMALIZE_DELIVERIES).reveal());
  }

  @Test
  void a_deploy_request_becomes_a_timeline_and_a_story() {
    database.receive(life().toArray(byte[][]::new));

    assertThat(run()).isEqualTo(new Tally(7, 0, 0, 0));

    Golden.assertGolden("deploy-request-timeline.txt", timeline());
    Golden.assertGolden("deploy-request-story.txt", story());
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
  void the_same_milestone_told_by_other_bytes_is_one_observation() {
    String body = new String(Samples.payload("deploy_request.queued"), UTF_8);
    database.receive(body.getBytes(UTF_8), (body + " ").getBytes(UTF_8));

    assertThat(run().normalized()).isEqualTo(2);

    assertThat(rows("sighting")).hasSize(2);
    assertThat(rows("observation")).hasSize(1);
  }

  @Test
  void a_later_body_that_knows_more_betters_the_observation() {
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

    assertThat(timeline()).contains("ALTER on customers").hasLineCount(1);
  }

  @Test
  void what_cannot_be_read_is_quarantined_with_its_reason_and_the_rest_go_on() {
    byte[] nul =
        "{\"timestamp\":1777744335,\"event\":\"webhook.test\",\"x\":\"\\u0000\"}".getBytes(UTF_8);
    byte[] notUtf8 = "{\"name\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
    database.receive(
        nul, Samples.payload("branch.ready"), notUtf8, "not json".getBytes(UTF_8), new byte[0]);

    assertThat(run()).isEqualTo(new Tally(1, 0, 4, 0));

    assertThat(
            database.rows(
                "select reason, attempts, version from memory.quarantine order by reference"))
        .extracting(row -> row.get("reason"))
        .containsExactly(
            "the body holds the character U+0000, which PostgreSQL refuses",
            "the body is not valid UTF-8",
            "the body is not well-formed JSON, or has a key twice, near character 0",
            "the body is not a JSON object");
    assertThat(rows("observation")).hasSize(1);
    assertThat(rows("delivery_body")).hasSize(5);
    assertThat(rows("pending")).isEmpty();
  }

  @Test
  void an_unknown_event_is_kept_and_shown_as_such() {
    database.receive(
        new String(Samples.payload("webhook.test"), UTF_8)
            .replace("webhook.test", "branch.teleported")
            .getBytes(UTF_8));

    assertThat(run()).isEqualTo(new Tally(1, 1, 0, 0));

    assertThat(timeline())
        .contains("PlanetScale sent branch.teleported about acme/shop, an event this version");
  }

  @Test
  void a_delivery_that_used_up_its_attempts_is_quarantined() {
    database.receive(Samples.payload("branch.ready"));
    database.asOwner("update memory.pending set attempts = 5");

    assertThat(run().quarantined()).isEqualTo(1);

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
    assertThat(invocation.log()).contains("SQLSTATE 42501").doesNotContain("Jane");
    assertThat(rows("pending")).hasSize(1);

    database.asOwner("update memory.pending set not_before = now()");
    assertThat(run()).isEqualTo(new Tally(1, 0, 0, 0));
  }

  @Test
  void a_name_stands_in_one_table_and_forgetting_it_empties_every_entry() {
    database.receive(life().toArray(byte[][]::new));
    run();
    assertThat(timeline()).contains("Jane Doe");
    for (String table : List.of("observation", "sighting", "deploy_request", "person_identity")) {
      assertThat(rows(table).toString()).doesNotContain("Jane");
    }

    database.asOwner(
        "update memory.person set display_name = null, avatar_url = null, forgotten_at = now()");
    database.asOwner("insert into memory.pending select id, received_at from memory.delivery");
    run();

    assertThat(timeline()).doesNotContain("Jane").contains("somebody opened deploy request #42");
    assertThat(story()).doesNotContain("Jane");
  }

  @Test
  void a_payload_cannot_fake_a_person_or_move_the_cursor() {
    String body =
        new String(Samples.payload("branch.ready"), UTF_8)
            .replace("\"name\":\"add-email-index\"", "\"name\":\"{1}{{\\u001b[2J\"");
    database.receive(body.getBytes(UTF_8));

    run();

    assertThat(timeline()).contains("Branch {1}{{ [2J of acme/shop");
  }

  @Test
  void a_stranger_with_the_readers_group_sees_nothing() {
    database.receive(Samples.payload("branch.ready"));
    run();
    database.asOwner("delete from memory.reader");
    try {
      assertThat(timeline()).isEmpty();
    } finally {
      database.asOwner(
          "insert into memory.reader select current_database() || '_reader', id from memory.workspace");
    }
  }

  @Test
  void a_missing_setting_stops_the_start_by_name() {
    environment.set("DATABASE_URL", "");

    assertThatThrownBy(NormalizeDeliveries::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("DATABASE_URL is missing");
  }

  private Tally run() {
    return new NormalizeDeliveries().handleRequest(Map.of(), invocation);
  }

  private static List<byte[]> life() {
    return LIFE.stream().map(step -> Samples.payload("deploy_request." + step)).toList();
  }

  private static List<Map<String, @Nullable Object>> rows(String table) {
    return database.rows("select * from memory." + table);
  }

  /// As a person reads it, with a login of their own.
  private static String timeline() {
    return read(
        """
        select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || '  ' || entry
        from timeline order by occurred_at, id
        """);
  }

  private static String story() {
    return read("select outcome || ': ' || story from story");
  }

  private static String read(String query) {
    Stream<String> lines =
        Rows.of(database.url(Login.READER), "", query).stream()
            .map(row -> row.values().iterator().next() + "\n");
    return String.join("", lines.toList());
  }
}
