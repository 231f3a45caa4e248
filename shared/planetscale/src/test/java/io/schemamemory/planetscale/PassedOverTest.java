package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.body;
import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.deployRequest;
import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.event;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A field that is not as this version reads it is as good as absent where nothing needs it.
class PassedOverTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "created_at | \"hunter2\"",
        "created_at | \"2026-13-45T00:00:00Z\"",
        "created_at | \"+999999999-12-31T23:59:59Z\"",
        "created_at | {\"hunter2\":1}",
        "actor | \"hunter2\"",
        "closed_by | 7",
        "deployment_state | {\"hunter2\":1}",
        "approved | \"yes\"",
        "html_url | []"
      })
  void a_field_of_a_deploy_request_is_passed_over_and_named(String field, String value) {
    Event event = event(deployRequest(",\"" + field + "\":" + value));

    assertThat(event.facts()).isEqualTo(event(deployRequest("")).facts());
    assertThat(event.passedOver()).containsExactly("resource." + field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deploy_operations | \"hunter2\"",
        "deploy_operations | [\"hunter2\"]",
        "deploy_operations | {\"hunter2\":1}",
        "lint_errors | [[\"hunter2\"]]",
        "deploy_check_errors | [[\"hunter2\"]]",
        "deploy_check_errors | [7]",
        "instant_ddl | 1",
        "finished_at | \"hunter2\"",
        "deployment_revert_request | [\"hunter2\"]"
      })
  void a_field_of_a_run_is_passed_over_and_named(String field, String value) {
    Event event = event(deployment(",\"" + field + "\":" + value));

    assertThat(event.facts()).isEqualTo(event(deployment("")).facts());
    assertThat(event.passedOver()).containsExactly("resource.deployment." + field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"storage_percentage\":\"87\"",
        "\"storage_percentage\":-1",
        "\"storage_percentage\":1e400",
        "\"storage_percentage\":[87]"
      })
  void a_percentage_that_is_none_is_passed_over(String percentage) {
    Event event = event(body("cluster.storage", "{\"branch_name\":\"main\"," + percentage + "}"));

    assertThat(event.facts())
        .isEqualTo(event(body("cluster.storage", "{\"branch_name\":\"main\"}")).facts());
    assertThat(event.passedOver()).containsExactly("resource.storage_percentage");
  }

  @Test
  void what_is_right_beside_what_is_wrong_is_read() {
    Event event =
        event(
            deployment(
                """
                ,"deploy_operations":[7,null,{"ddl_statement":"drop table t","table_name":{},\
                "can_drop_data":true}]"""));

    Facts.Deployment run = requireNonNull(((Facts.DeployRequest) event.facts()).deployment());
    assertThat(run.statements()).extracting(one -> one.ddl()).containsExactly("drop table t");
    assertThat(run.statements()).allMatch(one -> one.canDropData() && one.table() == null);
    assertThat(event.passedOver())
        .containsExactly(
            "resource.deployment.deploy_operations",
            "resource.deployment.deploy_operations.table_name");
  }

  @Test
  void an_actor_with_an_odd_name_is_met_without_it() {
    Event event = event(branch(",\"actor\":{\"id\":\"jane\",\"display_name\":7}"));

    assertThat(event.actors()).hasSize(1).allMatch(actor -> actor.displayName() == null);
    assertThat(event.passedOver()).containsExactly("resource.actor.display_name");
  }

  @Test
  void a_test_of_the_webhook_needs_no_resource() {
    assertThat(event(body("webhook.test", "[7]")).known()).isTrue();
  }
}
