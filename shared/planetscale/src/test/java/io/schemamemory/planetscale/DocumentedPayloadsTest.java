package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Bodies.RECEIVED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Volume;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.testkit.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// PlanetScale's own samples, in `events/payloads`.
class DocumentedPayloadsTest {
  private static final String RUN =
      "deploy_request/6k9choww9ktt/deployment/02d8efu10v8v/1777744409543";

  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void every_documented_payload_is_read(String name) {
    Event event = event(name);

    assertThat(event.envelope())
        .returns(name, envelope -> envelope.event())
        .returns("acme/shop", envelope -> envelope.place());
    assertThat(event.envelope().sentAt()).isBefore(RECEIVED);
    assertThat(event.known()).isTrue();
    assertThat(event.passedOver()).isEmpty();
    assertThat(event.actors()).extracting(Actor::displayName).doesNotContain("Ghost");
  }

  @ParameterizedTest
  @CsvSource({
    "backup.failed, Backup, backup/9z7y6x5w4vut/failed",
    "backup.succeeded, Backup, backup/3k2m9x0q7abc/succeeded",
    "branch.anomaly, Branch, branch/8uttcz5xsj20/branch.anomaly/1777744335",
    "branch.out_of_memory, Branch, branch/6jupl9kqkb8a/branch.out_of_memory/1777744335",
    "branch.primary_promoted, Branch, branch/6jupl9kqkb8a/branch.primary_promoted/1777744335",
    "branch.primary_switchover_imminent, Branch,"
        + " branch/6jupl9kqkb8a/branch.primary_switchover_imminent/1777744335",
    "branch.ready, Branch, branch/8uttcz5xsj20/branch.ready/1777744335",
    "branch.schema_recommendation, Recommendation, schema_recommendation/9d8c7b6a5f4e/open",
    "branch.sleeping, Branch, branch/d05qg3c70uav/branch.sleeping/1777231109",
    "branch.start_maintenance, Branch, branch/6jupl9kqkb8a/branch.start_maintenance/1777744335",
    "cluster.storage, Storage, cluster.storage/acme/shop/main/1766262125",
    "database.access_request, AccessRequest, access_request/mwkbc95thw4p/pending",
    "deploy_request.closed, DeployRequest, deploy_request/6k9choww9ktt/closed",
    "deploy_request.errored, DeployRequest,"
        + " deploy_request/sepgldwc79f5/deployment/0wh2lvfx1vl3/errored/1777228107",
    "deploy_request.in_progress, DeployRequest, RUN/in_progress",
    "deploy_request.opened, DeployRequest, deploy_request/6k9choww9ktt/opened",
    "deploy_request.pending_cutover, DeployRequest, RUN/pending_cutover",
    "deploy_request.queued, DeployRequest, RUN/queued",
    "deploy_request.reverted, DeployRequest, RUN/reverted",
    "deploy_request.schema_applied, DeployRequest, RUN/schema_applied",
    "keyspace.storage, Storage, keyspace.storage/acme/shop/main/shop/1766262125",
    "webhook.test, WebhookTest, webhook.test/default/1777230284"
  })
  void every_documented_payload_has_its_type_and_its_key(String name, String type, String key) {
    Event event = event(name);

    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, "default", "d1", Bodies.RECEIVED);

    assertThat(event.facts().getClass().getSimpleName()).isEqualTo(type);
    assertThat(sighting.key().text()).isEqualTo(key.replace("RUN", RUN));
    assertThat(sighting.kind()).isEqualTo(name);
  }

  @Test
  void a_recommendation_that_comes_as_its_branch_is_told_of_the_branch() {
    String body =
        new String(Samples.payload("branch.anomaly"), UTF_8)
            .replace("branch.anomaly", "branch.schema_recommendation");

    assertThat(Bodies.event(body).facts())
        .isInstanceOfSatisfying(
            Facts.Branch.class,
            branch -> assertThat(branch.what()).isEqualTo(BranchEvent.SCHEMA_RECOMMENDATION));
    assertThat(Bodies.event(body.replace("\"type\":\"Branch\",", "")).facts())
        .isInstanceOf(Facts.Branch.class);
  }

  @Test
  void storage_says_how_full_which_disk_is() {
    assertThat(event("keyspace.storage").facts())
        .isEqualTo(
            new Facts.Storage(
                "main",
                "shop",
                87d,
                List.of(new Volume("x-x", 412316860416L, 472424366080L, 87.3))));
  }

  @Test
  void an_access_request_says_who_wants_what_and_why() {
    assertThat((Facts.AccessRequest) event("database.access_request").facts())
        .returns(new ActorId("User", "sqm70163mxpe"), Facts.AccessRequest::requestedBy)
        .returns("acme", Facts.AccessRequest::target)
        .returns("Organization", Facts.AccessRequest::targetType)
        .returns("Investigating support ticket 4711", Facts.AccessRequest::reason)
        .returns(24L, Facts.AccessRequest::duration)
        .returns("hour", Facts.AccessRequest::durationUnit);
  }

  @ParameterizedTest
  @CsvSource({
    "asked by jane.doe@example.test, asked by (an e-mail address)",
    "'Jane <jane@example.test>: now', Jane <(an e-mail address)>: now",
    "mailto:jane@example.test, mailto:(an e-mail address)",
    "see @jane at 5 @ noon, see @jane at 5 @ noon"
  })
  void a_reason_gives_away_nobodys_address(String reason, String kept) {
    String body =
        new String(Samples.payload("database.access_request"), UTF_8)
            .replace("Investigating support ticket 4711", reason);

    assertThat(((Facts.AccessRequest) Bodies.event(body).facts()).reason()).isEqualTo(kept);
  }

  @Test
  void a_backup_says_of_which_branch_and_when_it_ended() {
    assertThat((Facts.Backup) event("backup.succeeded").facts())
        .returns("main", Facts.Backup::branch)
        .returns(1073741824L, Facts.Backup::size)
        .returns(Instant.parse("2026-09-21T06:13:19Z"), Facts.Backup::completedAt);
  }

  @Test
  void a_failed_request_has_its_lint_error_and_no_run_by_anybody() {
    Facts.DeployRequest request = (Facts.DeployRequest) event("deploy_request.errored").facts();

    assertThat(request.deployment())
        .isNotNull()
        .satisfies(run -> assertThat(run.queuedBy()).isNull())
        .satisfies(run -> assertThat(run.errors()).hasSize(1))
        .satisfies(run -> assertThat(run.errors().getFirst()).contains("no unique key"));
  }

  private static Event event(String name) {
    return ((Read) Bodies.read(Samples.payload(name))).event();
  }
}
