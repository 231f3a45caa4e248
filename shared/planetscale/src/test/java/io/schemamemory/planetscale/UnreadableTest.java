package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.RECEIVED;
import static io.schemamemory.planetscale.Bodies.SECOND;
import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.deployRequest;
import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.event;
import static io.schemamemory.planetscale.Bodies.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the envelope or the resource may lack or get wrong.
class UnreadableTest {
  private static final String MISSHAPEN = " does not have the shape this version reads";
  private static final String RANGE = "timestamp is before 2018 or after the delivery was received";

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
  @ValueSource(longs = {86_401, 365L * 86_400, 1777744409_000L, Long.MAX_VALUE / 2})
  void a_timestamp_more_than_a_day_ahead_is_refused(long ahead) {
    assertThat(reason(at(Long.toString(RECEIVED.getEpochSecond() + ahead)))).isEqualTo(RANGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-01-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z"})
  void a_timestamp_from_2018_to_a_day_ahead_is_read(Instant sent) {
    assertThat(event(at(Long.toString(sent.getEpochSecond()))).envelope().sentAt()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hunter2\"", "{\"hunter2\":2}", "[2,1]"})
  void a_timestamp_that_is_no_number_is_misshapen(String value) {
    assertThat(reason(at(value))).isEqualTo("body" + MISSHAPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e400", "1e-400", "9223372036854775808"})
  void a_timestamp_that_is_no_whole_number_is_refused(String value) {
    assertThat(reason(at(value))).isEqualTo("timestamp is not a whole number in range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hunter2\"", "7", "[\"hunter2\"]", "true"})
  void a_resource_that_is_no_object_is_misshapen(String value) {
    assertThat(reason(Bodies.body("branch.ready", value))).isEqualTo("resource" + MISSHAPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"created_at\":\"hunter2\"",
        ",\"created_at\":\"2026-13-45T00:00:00Z\"",
        ",\"created_at\":{\"hunter2\":1}",
        ",\"actor\":\"hunter2\"",
        ",\"actor\":{\"id\":{\"hunter2\":1}}",
        ",\"deployment\":\"hunter2\"",
        ",\"deployment_state\":{\"hunter2\":1}"
      })
  void a_field_of_another_type_is_misshapen_and_not_repeated(String field) {
    assertThat(reason(deployRequest(field))).isEqualTo("resource" + MISSHAPEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"deploy_operations\":\"hunter2\"",
        ",\"deploy_operations\":[\"hunter2\"]",
        ",\"deploy_operations\":{\"hunter2\":1}",
        ",\"lint_errors\":[[\"hunter2\"]]",
        ",\"queued_at\":\"hunter2\"",
        ",\"deployment_revert_request\":[\"hunter2\"]"
      })
  void a_field_of_the_run_of_another_type_is_misshapen(String field) {
    assertThat(reason(deployment(field))).isEqualTo("resource" + MISSHAPEN);
  }

  private static String at(String timestamp) {
    return branch("").replace(Long.toString(SECOND), timestamp);
  }
}
