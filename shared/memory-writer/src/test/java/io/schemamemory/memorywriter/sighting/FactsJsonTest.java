package io.schemamemory.memorywriter.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.micronaut.json.JsonMapper;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.AccessRequest;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Facts.Recommendation;
import io.schemamemory.domain.event.Facts.Volume;
import io.schemamemory.domain.event.Milestone;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FactsJsonTest {
  private static final String RECOMMENDATION = "branch.schema_recommendation";
  private static final Instant AT = Instant.parse("2026-05-02T17:53:29.543Z");
  private static final Instant FINER = Instant.parse("2026-05-02T17:53:29.543217Z");
  private static final ActorId JANE = new ActorId("User", "jane");
  private static final ActorId TOKEN = new ActorId("ServiceToken", "t1");

  private static final Deployment EMPTY =
      new Deployment(
          "run1", null, null, null, null, List.of(), List.of(), false, null, null, null, null, null,
          null, null);

  private static final Deployment FULL =
      new Deployment(
          "run1",
          JANE,
          TOKEN,
          TOKEN,
          JANE,
          List.of(
              new DdlStatement("shop", "t", "ALTER", "alter `t` \"é\" \\ \n", true, true, "e"),
              new DdlStatement(null, null, null, "drop table u", false, false, null)),
          List.of("one", "two"),
          true,
          AT,
          FINER,
          AT,
          FINER,
          AT,
          AT,
          AT);

  private final FactsJson json = new FactsJson(JsonMapper.createDefault());

  private static Stream<Arguments> facts() {
    return Stream.of(
        argumentSet("full", "deploy_request.closed", request(JANE, FULL, AT)),
        argumentSet("an empty run", "deploy_request.queued", request(null, EMPTY, null)),
        argumentSet("no run", "deploy_request.opened", request(TOKEN, null, FINER)),
        argumentSet("a branch", "branch.ready", branch(BranchEvent.READY, JANE, AT)),
        argumentSet("a bare branch", "branch.ready", branch(BranchEvent.READY, null, null)),
        argumentSet(
            "storage",
            "cluster.storage",
            new Facts.Storage("b", null, 87d, List.of(new Volume("x-x", 1L, 2L, 87.3)))),
        argumentSet(
            "bare storage", "keyspace.storage", new Facts.Storage("b", "k", null, List.of())),
        argumentSet(
            "an access request",
            "database.access_request",
            new AccessRequest(
                "a1", "s", JANE, TOKEN, JANE, "t", "T", "r", "d", 24L, "hour", AT, AT, AT, AT, AT)),
        argumentSet(
            "a bare access request",
            "database.access_request",
            new AccessRequest(
                "a1", null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null)),
        argumentSet(
            "a backup",
            "backup.failed",
            new Facts.Backup("b1", false, "n", "b", Long.MAX_VALUE, JANE, AT, AT, AT)),
        argumentSet(
            "a bare backup",
            "backup.succeeded",
            new Facts.Backup("b1", true, null, null, null, null, null, null, null)),
        argumentSet(
            "a recommendation",
            RECOMMENDATION,
            new Recommendation(
                "r1", "open", 7L, "t", "y", "k", "t", "d", "u", JANE, AT, AT, AT, AT)),
        argumentSet(
            "a bare recommendation",
            RECOMMENDATION,
            new Recommendation(
                "r1", null, null, null, null, null, null, null, null, null, null, null, null,
                null)),
        argumentSet(
            "a recommendation for a branch",
            RECOMMENDATION,
            branch(BranchEvent.SCHEMA_RECOMMENDATION, JANE, AT)),
        argumentSet("a test", "webhook.test", new Facts.WebhookTest(AT)),
        argumentSet("a test without a time", "webhook.test", new Facts.WebhookTest(null)),
        argumentSet("unknown", "unknown", new Facts.Unknown()));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void what_is_written_is_read_again(String kind, Facts facts) {
    assertThat(json.read(kind, json.write(facts))).isEqualTo(facts);
  }

  @ParameterizedTest
  @EnumSource
  void every_milestone_is_written_and_read_again(Milestone milestone) {
    Facts facts =
        new DeployRequest(
            milestone, "dr1", 42, null, "b", "main", null, null, null, null, null, null, null, null,
            null);

    assertThat(json.read(milestone.event(), json.write(facts))).isEqualTo(facts);
  }

  @Test
  void lists_that_are_missing_are_read_as_empty() {
    DeployRequest read =
        (DeployRequest)
            json.read(
                "deploy_request.queued",
                """
                {"milestone":"QUEUED","id":"dr1","number":42,"branch":"b","intoBranch":"main",
                 "deployment":{"id":"run1"}}""");

    assertThat(read.deployment()).isEqualTo(EMPTY);
  }

  @ParameterizedTest
  @EnumSource
  void every_event_of_a_branch_is_written_and_read_again(BranchEvent what) {
    Facts facts = branch(what, JANE, AT);

    assertThat(json.read(what.event(), json.write(facts))).isEqualTo(facts);
  }

  @Test
  void fields_that_are_absent_are_read_as_null_or_false() {
    assertThat(
            json.read(
                "branch.ready",
                "{\"what\":\"READY\",\"id\":\"b1\",\"name\":\"b\",\"parent\":\"main\"}"))
        .isEqualTo(branch(BranchEvent.READY, null, null));
    assertThat(json.read("unknown", "{}")).isEqualTo(new Facts.Unknown());
    assertThat(
            json.read(
                "deploy_request.queued",
                """
                {"milestone":"QUEUED","id":"dr1","number":42,"branch":"b","intoBranch":"main",
                 "deployment":{"id":"run1","statements":[{"ddl":"drop table u"}]}}"""))
        .extracting(facts -> ((DeployRequest) facts).deployment())
        .extracting(run -> run.statements())
        .isEqualTo(List.of(new DdlStatement(null, null, null, "drop table u", false, false, null)));
  }

  @Test
  void what_a_later_version_adds_is_passed_over() {
    assertThat(json.read("webhook.test", "{\"added\":{\"a\":[1]}}"))
        .isEqualTo(new Facts.WebhookTest(null));
  }

  @Test
  void facts_of_another_shape_fail_by_their_kind() {
    assertThatThrownBy(() -> json.read("branch.ready", "{\"id\":[]}"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("facts of branch.ready could not be read");
  }

  private static DeployRequest request(
      @Nullable ActorId by, @Nullable Deployment run, @Nullable Instant at) {
    return new DeployRequest(
        Milestone.CLOSED, "dr1", 42, null, "b", "main", null, true, by, by, run, at, at, at, at);
  }

  private static Facts branch(BranchEvent what, @Nullable ActorId by, @Nullable Instant at) {
    return new Facts.Branch(what, "b1", "b", by != null, "main", by, at);
  }
}
