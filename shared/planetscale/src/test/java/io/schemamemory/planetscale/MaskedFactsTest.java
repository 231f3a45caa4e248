package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.body;
import static io.schemamemory.planetscale.Bodies.deployRequest;
import static io.schemamemory.planetscale.Bodies.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.domain.story.DeployRequestSnapshot;
import io.schemamemory.domain.story.StoryFold;
import io.schemamemory.domain.story.StoryParagraph;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever field somebody wrote something personal or secret into, no fact, entry or story has it.
class MaskedFactsTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-20T12:00:00Z");

  private static final List<String> PERSONAL =
      List.of(
          "canary@example.test",
          "203.0.113.177",
          "2001:db8::cafe",
          "+1 415 555 0199",
          "pscale_pw_canarynightingale");

  /// Everything of the above, an error's value, and a name that has to stay.
  private static final String PROSE =
      "Duplicate entry 'Canary Nightingale' for key 'users.email': ask "
          + String.join(" or ", PERSONAL);

  private static final String STATEMENT =
      "ALTER TABLE users COMMENT 'ask canary@example.test' -- +1 415 555 0199, 203.0.113.177\\n"
          + "; ALTER USER a IDENTIFIED BY 'Canary Nightingale'";

  private static Stream<Arguments> bodies() {
    return Stream.of(
        argumentSet("deploy_check_errors", run("\"deploy_check_errors\":\"%s\"")),
        argumentSet(
            "deploy_errors",
            run("\"deploy_operations\":[{\"ddl_statement\":\"d\",\"deploy_errors\":\"%s\"}]")),
        argumentSet("lint_errors", run("\"lint_errors\":[{\"error_description\":\"%s\"}]")),
        argumentSet(
            "revert_errors",
            run(
                "\"deployment_revert_request\":{\"deploy_revert_operations\":[{\"revert_errors\":\"%s\"}]}")),
        argumentSet(
            "ddl_statement",
            deployment(",\"deploy_operations\":[{\"ddl_statement\":\"" + STATEMENT + "\"}]")
                + "users"),
        argumentSet("html_url", deployRequest(",\"html_url\":\"" + PROSE + "\"")),
        argumentSet("access_reason", resource("database.access_request", "access_reason")),
        argumentSet(
            "denial_reason",
            body(
                "database.access_request",
                "{\"id\":\"a\",\"state\":\"denied\",\"denial_reason\":\"" + PROSE + "\"}")),
        argumentSet(
            "access_target",
            body(
                "database.access_request",
                "{\"id\":\"a\",\"access_target\":{\"name\":\"" + PROSE + "\"}}")),
        argumentSet("title", resource("branch.schema_recommendation", "title")),
        argumentSet(
            "recommended DDL",
            body(
                "branch.schema_recommendation",
                "{\"id\":\"a\",\"ddl_statement\":\"" + STATEMENT + "\"}")),
        argumentSet("backup's name", resource("backup.failed", "name")));
  }

  private static String run(String field) {
    String errored = deployment("," + field.formatted(PROSE));
    return errored.replace("deploy_request.queued", "deploy_request.errored");
  }

  private static String resource(String event, String field) {
    return body(event, "{\"id\":\"a\",\"" + field + "\":\"" + PROSE + "\"}");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void nothing_of_it_is_told(String body) {
    Event event = Bodies.event(body.replaceFirst("users$", ""));
    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, "default", "0".repeat(64), RECEIVED);
    StatementReader reader = new StatementReader(_ -> new NotUnderstood(Reason.SYNTAX));
    String told =
        sighting
            + Observation.of(List.of(sighting), reader).entry().template()
            + DeployRequestSnapshot.of(sighting)
                .map(one -> StoryParagraph.of(StoryFold.of(List.of(one)), reader).template())
                .toList();

    assertThat(told)
        .contains("users")
        .doesNotContain(PERSONAL)
        .doesNotContain("Canary", "Nightingale");
  }
}
