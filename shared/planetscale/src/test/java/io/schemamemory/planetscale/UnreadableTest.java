package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.SECOND;
import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.deployRequest;
import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.event;
import static io.schemamemory.planetscale.Bodies.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the envelope or the resource may lack or get wrong.
class UnreadableTest {
  private static final String RANGE = "timestamp is not between 2018 and 2100, in seconds";

  @ParameterizedTest
  @CsvSource({
    "timestamp, 1777744409",
    "event, \"branch.ready\"",
    "organization, \"acme\"",
    "database, \"shop\"",
    "resource, '{\"id\":\"br1\",\"name\":\"main\"}'"
  })
  void a_missing_part_of_the_envelope_is_named(String field, String value) {
    String part = "\"%s\":%s".formatted(field, value);
    assertThat(branch("")).contains(part);

    assertThat(reason(branch("").replace(part, "\"x\":1"))).isEqualTo("the body has no " + field);
    assertThat(reason(branch("").replace(part, "\"" + field + "\":null")))
        .isEqualTo("the body has no " + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "number", "branch", "into_branch"})
  void a_missing_part_of_a_deploy_request_is_named(String field) {
    String body = deployRequest("").replace("\"" + field + "\":", "\"x\":");

    assertThat(reason(body)).isEqualTo("the body has no resource." + field);
  }

  @ParameterizedTest
  @CsvSource({"id, resource.id", "name, resource.name"})
  void a_missing_part_of_a_branch_is_named(String field, String named) {
    assertThat(reason(branch("").replace("\"" + field + "\":", "\"x\":")))
        .isEqualTo("the body has no " + named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"id\":null,"})
  void a_run_without_its_id_is_named(String id) {
    String body = deployRequest(",\"deployment\":{" + id + "\"state\":\"queued\"}");

    assertThat(reason(body)).isEqualTo("the body has no resource.deployment.id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1514764799", "0", "-1777744409", "-9223372036854775808"})
  void a_timestamp_before_2018_is_refused(String seconds) {
    assertThat(reason(at(seconds))).isEqualTo(RANGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {4102444800L, 1777744409_000L, Long.MAX_VALUE / 2})
  void a_timestamp_from_2100_on_is_refused(long seconds) {
    assertThat(reason(at(Long.toString(seconds)))).isEqualTo(RANGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-01-01T00:00:00Z",
        "2026-10-01T00:00:00Z",
        "2026-10-02T00:00:00Z",
        "2026-10-03T00:00:00Z",
        "2099-12-31T23:59:59Z"
      })
  void a_timestamp_from_2018_to_2100_is_read_however_far_ahead(Instant sent) {
    assertThat(event(at(Long.toString(sent.getEpochSecond()))).envelope().sentAt()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"hunter2\"",
        "{\"hunter2\":2}",
        "[2,1]",
        "1.5",
        "1e400",
        "1e-400",
        "9223372036854775808"
      })
  void a_timestamp_that_is_no_whole_number_is_refused(String value) {
    assertThat(reason(at(value))).isEqualTo("timestamp is not a whole number in range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hunter2\"", "7", "[\"hunter2\"]", "true"})
  void a_resource_that_is_no_object_is_refused(String value) {
    assertThat(reason(Bodies.body("branch.ready", value))).isEqualTo("resource is not an object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"dr1\" | \"id\":{\"hunter2\":1} | resource.id is not text of at most 255 bytes",
        "\"number\":42 | \"number\":\"hunter2\" | resource.number is not a whole number in range",
        "\"branch\":\"add-index\" | \"branch\":7 | resource.branch is not text of at most 255 bytes",
        "\"into_branch\":\"main\" | \"into_branch\":[] | resource.into_branch is not text of at most 255 bytes"
      })
  void a_needed_field_of_another_shape_is_named_and_not_repeated(
      String right, String wrong, String reason) {
    assertThat(deployRequest("")).contains(right);

    assertThat(reason(deployRequest("").replace(right, wrong))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hunter2\"", "7", "[]", "true"})
  void a_run_that_is_no_object_would_be_taken_for_another(String run) {
    assertThat(reason(deployRequest(",\"deployment\":" + run)))
        .isEqualTo("resource.deployment is not an object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"hunter2\"", "7", "{}", "\"-9999-01-01T00:00:00Z\"", "\"2026-13-45T00:00:00Z\""})
  void a_run_queued_at_no_time_would_be_taken_for_another(String queuedAt) {
    assertThat(reason(deployment(",\"queued_at\":" + queuedAt)))
        .isEqualTo("resource.deployment.queued_at is not a time between 2018 and 2100");
  }

  @ParameterizedTest
  @CsvSource({"database.access_request", "branch.schema_recommendation"})
  void a_state_that_is_no_text_would_be_taken_for_another(String event) {
    assertThat(reason(Bodies.body(event, "{\"id\":\"a1\",\"state\":[\"hunter2\"]}")))
        .isEqualTo("resource.state is not text of at most 255 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "cluster.storage, branch_name",
    "keyspace.storage, branch_name",
    "database.access_request, id",
    "backup.failed, id",
    "branch.schema_recommendation, id"
  })
  void a_resource_without_what_tells_it_apart_is_refused(String event, String missing) {
    assertThat(reason(Bodies.body(event, "{}"))).isEqualTo("the body has no resource." + missing);
  }

  @Test
  void a_keyspaces_storage_needs_its_keyspace() {
    assertThat(reason(Bodies.body("keyspace.storage", "{\"branch_name\":\"main\"}")))
        .isEqualTo("the body has no resource.keyspace_name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "表", "😀"})
  void a_name_longer_than_an_index_holds_is_refused(String letter) {
    String longest = letter.repeat(255 / letter.getBytes(UTF_8).length);
    String name = "\"name\":\"main\"";

    assertThat(event(branch("").replace(name, "\"name\":\"" + longest + "\"")).known()).isTrue();
    assertThat(reason(branch("").replace(name, "\"name\":\"" + longest + letter + "\"")))
        .isEqualTo("resource.name is not text of at most 255 bytes");
  }

  private static String at(String timestamp) {
    return branch("").replace(Long.toString(SECOND), timestamp);
  }
}
