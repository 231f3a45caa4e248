package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.deployment;
import static io.schemamemory.planetscale.Bodies.event;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentReadingTest {
  private static final String DROP =
      """
      {"keyspace_name":"shop","table_name":"t","operation_name":"ALTER","ddl_statement":"alter t",\
      "can_drop_data":true,"table_recently_used":true,"deploy_errors":%s}""";

  private static final DdlStatement DROPPED =
      new DdlStatement("shop", "t", "ALTER", "alter t", true, true, null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"deploy_operations\":[],\"deploy_operation_summaries\":[],\"lint_errors\":[]",
        ",\"deploy_operations\":null,\"deploy_operation_summaries\":null,\"lint_errors\":null"
      })
  void a_run_that_says_nothing_has_no_statements_and_no_errors(String fields) {
    assertThat(run(fields))
        .isEqualTo(
            new Deployment(
                "run1", null, null, null, null, List.of(), List.of(), false, null, null, null, null,
                null, null, null));
  }

  @Test
  void operations_are_the_statements() {
    assertThat(run(",\"deploy_operations\":[" + DROP.formatted("null") + "]").statements())
        .containsExactly(DROPPED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"deploy_operations\":[],", "\"deploy_operations\":null,"})
  void a_sharded_database_tells_its_statements_in_summaries(String operations) {
    String fields = "," + operations + "\"deploy_operation_summaries\":[" + DROP + "]";

    assertThat(run(fields.formatted("\"shard -80 failed\"")))
        .returns(
            List.of(
                new DdlStatement("shop", "t", "ALTER", "alter t", true, true, "shard -80 failed")),
            Deployment::statements)
        .returns(List.of("shard -80 failed"), Deployment::errors);
  }

  @Test
  void summaries_add_nothing_where_there_are_operations() {
    String one = DROP.formatted("null");
    String fields =
        ",\"deploy_operations\":[%s],\"deploy_operation_summaries\":[%s,%s]"
            .formatted(one, one, one);

    assertThat(run(fields).statements()).hasSize(1);
  }

  @Test
  void an_operation_without_ddl_is_no_statement_and_an_unknown_verb_survives() {
    String fields =
        """
        ,"deploy_operations":[{"table_name":"t"},\
        {"ddl_statement":"melt t","operation_name":"MELT","can_drop_data":null}]""";

    assertThat(run(fields).statements())
        .containsExactly(new DdlStatement(null, null, "MELT", "melt t", false, false, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void an_empty_error_and_a_null_one_are_none(String error) {
    String fields =
        ",\"deploy_check_errors\":%s,\"deploy_operations\":[%s],\"lint_errors\":[{\"error_description\":%s}]"
            .formatted(error, DROP.formatted(error), error);

    assertThat(run(fields).errors()).isEmpty();
  }

  @Test
  void errors_of_all_kinds_are_told_once_each() {
    String fields =
        """
        ,"deploy_check_errors":"check","deploy_operations":[%s,%s],\
        "lint_errors":[{"error_description":"lint","lint_error":"NEW_KIND"},{}],\
        "deployment_revert_request":{"deploy_revert_operations":[{"revert_errors":"revert"}]}"""
            .formatted(DROP.formatted("\"operation\""), DROP.formatted("\"operation\""));

    assertThat(run(fields).errors()).containsExactly("check", "operation", "lint", "revert");
  }

  @Test
  void statements_in_a_list_are_one_text() {
    String fields =
        ",\"deploy_operations\":[{\"ddl_statement\":[\"drop table a\",\"drop table b\"]}]";

    assertThat(run(fields).statements())
        .extracting(DdlStatement::ddl)
        .containsExactly("drop table a;\ndrop table b");
  }

  @Test
  void a_statement_has_the_engine_that_its_body_names() {
    String body = deployment(",\"deploy_operations\":[" + DROP.formatted("null") + "]");
    String named = body.replaceFirst("\"resource\":\\{", "\"resource\":{\"kind\":\"postgresql\",");
    assertThat(named).isNotEqualTo(body);

    Deployment run = requireNonNull(((DeployRequest) event(named).facts()).deployment());
    assertThat(run.statements()).extracting(DdlStatement::engine).containsExactly("postgresql");
  }

  @Test
  void a_run_says_who_cut_it_over_and_when_and_who_cancelled_it() {
    String fields =
        """
        ,"cutover_actor":{"id":"sam"},"cutover_at":"2026-05-02T17:53:58.312Z",\
        "cancelled_actor":{"id":"jane"},"instant_ddl":true""";

    assertThat(run(fields))
        .returns(new ActorId("User", "sam"), Deployment::cutoverBy)
        .returns(Instant.parse("2026-05-02T17:53:58.312Z"), Deployment::cutoverAt)
        .returns(new ActorId("User", "jane"), Deployment::cancelledBy)
        .returns(true, Deployment::instant);
  }

  @Test
  void ddl_keeps_its_lines_and_nothing_that_moves_a_cursor() {
    String fields =
        ",\"deploy_operations\":[{\"ddl_statement\":\"alter -- \\u001b[2Jwhy\\r\\n\\tt\"}]";

    assertThat(run(fields).statements())
        .extracting(DdlStatement::ddl)
        .containsExactly("alter --  [2Jwhy\n\tt");
  }

  @Test
  void a_revert_gives_who_when_and_until_when_it_was_possible() {
    String fields =
        """
        ,"deployment_revert_request":{"actor":{"id":"sam","type":"User"},\
        "finished_at":"2026-05-02T17:54:45.472Z","waiting_period_end_at":"2026-05-02T18:24:05.153Z"}""";

    assertThat(run(fields))
        .returns(new ActorId("User", "sam"), Deployment::revertedBy)
        .returns(Instant.parse("2026-05-02T17:54:45.472Z"), Deployment::revertedAt)
        .returns(Instant.parse("2026-05-02T18:24:05.153Z"), Deployment::revertibleUntil);
  }

  @Test
  void whoever_acts_twice_is_met_once_and_a_ghost_never() {
    String jane = "{\"id\":\"jane\",\"type\":\"User\"}";
    String ghost = "{\"id\":\"boo\",\"type\":\"User\",\"display_name\":\"Ghost\"}";
    String body =
        deployment(
            ",\"actor\":%s,\"cutover_actor\":%s,\"deployment_revert_request\":{\"actor\":%s}"
                .formatted(jane, jane, ghost));

    assertThat(event(body).actors())
        .extracting(Actor::id)
        .containsExactly(new ActorId("User", "jane"));
  }

  private static Deployment run(String fields) {
    return requireNonNull(((DeployRequest) event(deployment(fields)).facts()).deployment());
  }
}
