package io.schemamemory.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.micronaut.json.JsonMapper;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
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
  private static final Instant AT = Instant.parse("2026-05-02T17:53:29.543Z");
  private static final Instant FINER = Instant.parse("2026-05-02T17:53:29.543217Z");
  private static final ActorId JANE = new ActorId("User", "jane");
  private static final ActorId TOKEN = new ActorId("ServiceToken", "t1");

  private static final Deployment EMPTY =
      new Deployment(
          "run1", null, null, null, List.of(), List.of(), null, null, null, null, null, null);

  private static final Deployment FULL =
      new Deployment(
          "run1",
          JANE,
          TOKEN,
          JANE,
          List.of(
              new DdlStatement("shop", "t", "ALTER", "alter `t` \"é\" \\ \n", true),
              new DdlStatement(null, null, null, "drop table u", false)),
          List.of("one", "two"),
          AT,
          FINER,
          AT,
          AT,
          AT,
          AT);

  private final FactsJson json = new FactsJson(JsonMapper.createDefault());

  private static Stream<Arguments> facts() {
    return Stream.of(
        argumentSet("full", "deploy_request.closed", request(JANE, FULL, AT)),
        argumentSet("an empty run", "deploy_request.queued", request(null, EMPTY, null)),
        argumentSet("no run", "deploy_request.opened", request(TOKEN, null, FINER)),
        argumentSet("a branch", "branch.ready", new Facts.Branch("b1", "b", "main", JANE, AT)),
        argumentSet("a bare branch", "branch.ready", new Facts.Branch("b1", "b", null, null, null)),
        argumentSet("a test", "webhook.test", new Facts.Bare(AT)),
        argumentSet("a test without a time", "webhook.test", new Facts.Bare(null)),
        argumentSet("unknown", "unknown", new Facts.Bare(null)));
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
            milestone, "dr1", 42, null, "b", "main", null, null, null, null, null, null, null,
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

  @Test
  void what_a_later_version_adds_is_passed_over() {
    assertThat(json.read("webhook.test", "{\"added\":{\"a\":[1]}}"))
        .isEqualTo(new Facts.Bare(null));
  }

  @Test
  void an_empty_list_of_statements_is_written_as_one() {
    assertThat(json.write(List.of())).isEqualTo("[]");
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
        Milestone.CLOSED, "dr1", 42, null, "b", "main", null, by, by, run, at, at, at, at);
  }
}
