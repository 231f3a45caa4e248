package io.schemamemory.planetscale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.planetscale.EventReading.Unreadable;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One delivery that is read by throwing would fail every other one of its batch.
class AnyValueTest {
  private static final String FILLED =
      """
      {"timestamp":1777744409,"event":"deploy_request.queued","organization":"acme",\
      "database":"shop","resource":{"id":"dr1","number":42,"actor":{"id":"jane","type":"User",\
      "display_name":"J","avatar_url":"a"},"branch":"b","into_branch":"main",\
      "deployment_state":"queued","html_url":"u","created_at":"2026-05-02T17:52:35.797Z",\
      "deployment":{"id":"run1","deploy_operations":[{"keyspace_name":"k",\
      "table_name":"t","operation_name":"o","ddl_statement":"d","can_drop_data":true,\
      "deploy_errors":"e"}],"lint_errors":[{"error_description":"l"}]}}}""";

  private static final String EMPTY =
      """
      {"timestamp":1777744409,"event":"deploy_request.queued","organization":"acme",\
      "database":"shop","resource":{"id":"dr1","number":42,"actor":null,"closed_by":null,\
      "branch":"b","into_branch":"main","updated_at":null,"closed_at":null,"deployed_at":null,\
      "deployment":{"id":"run1","actor":null,"cutover_actor":null,"deploy_operations":null,\
      "deploy_operation_summaries":null,"lint_errors":null,"deploy_check_errors":null,\
      "queued_at":null,"started_at":null,"ready_to_cutover_at":null,"finished_at":null,\
      "deployment_revert_request":null}}}""";

  private static final String BRANCH =
      """
      {"timestamp":1777744409,"event":"branch.ready","organization":"acme",\
      "database":"shop","resource":{"id":"br1","name":"main","parent_branch":null,"actor":null,\
      "updated_at":null}}""";

  private static final String ACCESS_REQUEST =
      """
      {"timestamp":1777744409,"event":"database.access_request","organization":"acme",\
      "database":"shop","resource":{"id":"a1","actor":null,"revoked_by":null,"responder":null,\
      "access_target":{"type":"Organization","name":"acme"},"state":"pending",\
      "access_reason":"r","duration":24,"duration_units":"hour","created_at":null}}""";

  private static final String BACKUP =
      """
      {"timestamp":1777744409,"event":"backup.failed","organization":"acme",\
      "database":"shop","resource":{"id":"b1","name":"n","size":1,"actor":null,\
      "completed_at":null,"database_branch":{"id":"b1","name":"main"}}}""";

  private static final String STORAGE =
      """
      {"timestamp":1777744409,"event":"keyspace.storage","organization":"acme",\
      "database":"shop","resource":{"branch_name":"main","keyspace_name":"k",\
      "storage_percentage":87,"shards":[{"shard":"-80","bytes_used":1,\
      "bytes_total_capacity":2,"storage_percentage":50}]}}""";

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e400",
          "1e2147483647",
          "1e-2147483647",
          "1e99999999999",
          "0e2147483647",
          "-9223372036854775809",
          "123456789012345678",
          "\"\"",
          "\"hunter2\"",
          "\"0\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"2026-05-02\"",
          "[]",
          "[[]]",
          "[{}]",
          "[\"hunter2\"]",
          "{}",
          "{\"hunter2\":{}}",
          "{\"id\":[]}");

  private static final Pattern FIELD =
      Pattern.compile("\"(\\w+)\":(?:\"[^\"]*\"|-?\\d+|true|null)");

  private static Stream<Arguments> fields() {
    return Stream.of(FILLED, EMPTY, BRANCH, ACCESS_REQUEST, BACKUP, STORAGE)
        .flatMap(body -> FIELD.matcher(body).results().map(field -> replaced(body, field)));
  }

  private static Arguments replaced(String body, MatchResult field) {
    String before = body.substring(0, field.start(1)) + field.group(1) + "\":";
    String after = body.substring(field.end());
    return argumentSet(
        field.group(1), VALUES.stream().map(value -> before + value + after).toList());
  }

  @ParameterizedTest
  @MethodSource("fields")
  void any_value_of_any_field_is_an_answer_and_never_repeated(List<String> bodies) {
    assertThat(bodies)
        .allSatisfy(
            body -> {
              if (Bodies.read(body.getBytes(UTF_8)) instanceof Unreadable(String reason, var _)) {
                assertThat(reason).doesNotContain("hunter2");
              }
            });
  }
}
