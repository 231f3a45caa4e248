package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.SECOND;
import static io.schemamemory.planetscale.Bodies.body;
import static io.schemamemory.planetscale.Bodies.branch;
import static io.schemamemory.planetscale.Bodies.deployRequest;
import static io.schemamemory.planetscale.Bodies.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final ActorId JANE = new ActorId("User", "jane");
  private static final Facts BRANCH =
      new Facts.Branch(BranchEvent.READY, "br1", "main", false, null, null, null);

  @Test
  void the_envelope_is_read_around_any_resource() {
    assertThat(event(branch("")).envelope())
        .isEqualTo(new Envelope("branch.ready", Instant.ofEpochSecond(SECOND), "acme", "shop"));
  }

  @ParameterizedTest
  @EnumSource
  void every_milestone_is_known_by_its_event_name(Milestone milestone) {
    Event event = event(deployRequest("").replace("deploy_request.queued", milestone.event()));

    assertThat(event.known()).isTrue();
    assertThat(((DeployRequest) event.facts()).milestone()).isEqualTo(milestone);
  }

  @ParameterizedTest
  @EnumSource
  void every_event_of_a_branch_is_known_by_its_name(BranchEvent what) {
    Event event = event(branch("").replace("branch.ready", what.event()));

    assertThat(event.known()).isTrue();
    assertThat(((Facts.Branch) event.facts()).what()).isEqualTo(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"actor\":null,\"parent_branch\":null,\"updated_at\":null",
        ",\"actor\":{},\"parent_branch\":\"\",\"production\":null"
      })
  void a_missing_field_a_null_one_and_an_empty_one_are_the_same(String fields) {
    assertThat(event(branch(fields)).facts()).isEqualTo(BRANCH);
  }

  @Test
  void a_deploy_request_of_nothing_but_its_required_fields_is_read() {
    assertThat(event(deployRequest("")).facts())
        .isEqualTo(
            new DeployRequest(
                Milestone.QUEUED,
                "dr1",
                42,
                null,
                "add-index",
                "main",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "null", "\"x\"", "[[1,{}]]", "{\"actor\":{\"id\":\"new\"}}"})
  void a_field_planetscale_adds_is_passed_over(String value) {
    String body = branch(",\"added_next_year\":" + value);

    assertThat(event(body)).isEqualTo(event(branch("")));
  }

  @Test
  void a_state_planetscale_adds_is_kept_as_it_is() {
    DeployRequest request =
        (DeployRequest) event(deployRequest(",\"deployment_state\":\"in_orbit\"")).facts();

    assertThat(request.deploymentState()).isEqualTo("in_orbit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"branch.teleported", "deploy_request.teleported", "deploy_request."})
  void an_unknown_event_is_read_as_such_whatever_its_resource(String name) {
    Event event = event(body(name, "[\"anything\"]"));

    assertThat(event.known()).isFalse();
    assertThat(event.envelope().event()).isEqualTo(name);
    assertThat(event.facts()).isEqualTo(new Facts.Unknown());
  }

  @Test
  void somebody_is_met_with_their_name_and_only_their_id_is_a_fact() {
    Event event =
        event(
            branch(
                """
                ,"actor":{"id":"jane","type":"User","display_name":"Jane Doe","avatar_url":"a.png"}\
                """));

    assertThat(event.actors()).containsExactly(new Actor(JANE, "Jane Doe", "a.png"));
    assertThat(event.facts())
        .isEqualTo(new Facts.Branch(BranchEvent.READY, "br1", "main", false, null, JANE, null));
    assertThat(event.toString()).doesNotContain("Jane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"id\":\"boo\",\"type\":\"User\",\"display_name\":\"Ghost\"}", "{}", "null"})
  void a_ghost_is_nobody(String actor) {
    Event event = event(branch(",\"actor\":" + actor));

    assertThat(event.facts()).isEqualTo(BRANCH);
    assertThat(event.actors()).isEmpty();
  }

  @Test
  void an_actor_of_another_type_is_another_actor_and_of_none_a_user() {
    assertThat(event(branch(",\"actor\":{\"id\":\"jane\",\"type\":\"ServiceToken\"}")).actors())
        .extracting(Actor::id)
        .containsExactly(new ActorId("ServiceToken", "jane"));
    assertThat(event(branch(",\"actor\":{\"id\":\"jane\"}")).actors())
        .extracting(Actor::id)
        .containsExactly(JANE);
  }
}
