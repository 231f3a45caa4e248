package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.event;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors as a text, a list or objects, and where they hold.
class DeployErrorsTest {
  private static final String DROP =
      """
      {"keyspace_name":"shop","table_name":"t","operation_name":"ALTER","ddl_statement":"alter t",\
      "deploy_errors":%s}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"no room\",\"no key\"]",
        "[{\"message\":\"no room\",\"code\":1114},{\"error_description\":\"no key\"}]",
        "[\"no room\",null,\"\",{\"error\":{\"message\":\"no key\"}},\"no room\"]",
        "{\"errors\":[],\"message\":[\"no room\",\"no key\"]}"
      })
  void errors_in_a_list_or_an_object_are_each_told(String errors) {
    String check = ",\"deploy_check_errors\":" + errors;
    String operation = ",\"deploy_operations\":[" + DROP.formatted(errors) + "]";
    String lint = ",\"lint_errors\":" + errors;
    String revert =
        ",\"deployment_revert_request\":{\"deploy_revert_operations\":[{\"revert_errors\":"
            + errors
            + "}]}";

    for (String fields : List.of(check, operation, lint, revert)) {
      assertThat(run(fields).errors()).as(fields).containsExactly("no room", "no key");
    }
    assertThat(run(operation).statements().getFirst().error()).contains("no room; no key");
  }

  @Test
  void the_same_error_of_several_keyspaces_says_of_which() {
    String lint =
        ",\"lint_errors\":[{\"error_description\":\"no key\",\"keyspace_name\":\"eu\"},"
            + "{\"error_description\":\"no key\",\"keyspace_name\":\"us\"}]";
    String failed = DROP.formatted("\"no room\"");
    String operations =
        ",\"deploy_operations\":[" + failed + "," + failed.replace("\"shop\"", "\"eu\"") + "]";

    assertThat(run(lint).errors())
        .containsExactly("no key (in keyspace eu)", "no key (in keyspace us)");
    assertThat(run(operations).errors())
        .containsExactly("no room (in keyspace shop)", "no room (in keyspace eu)");
  }

  @Test
  void errors_by_shard_are_told_with_their_shard() {
    assertThat(run(",\"deploy_check_errors\":{\"-80\":\"no room\",\"80-\":null}").errors())
        .containsExactly("-80: no room");
  }

  @Test
  void a_lint_error_without_a_description_is_told_by_its_code() {
    String lint =
        ",\"lint_errors\":[{\"type\":\"DeploymentLintError\",\"lint_error\":\"NO_UNIQUE_KEY\","
            + "\"error_description\":\"\",\"table_name\":\"t\"}]";

    assertThat(run(lint).errors()).containsExactly("NO_UNIQUE_KEY");
  }

  private static Deployment run(String fields) {
    return requireNonNull(((DeployRequest) event(deployment(fields)).facts()).deployment());
  }
}
