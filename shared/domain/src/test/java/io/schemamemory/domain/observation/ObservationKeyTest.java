package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Resources;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The keys as stored in the database: changing one would duplicate existing observations.
class ObservationKeyTest {
  private static final Instant SENT = Instant.ofEpochSecond(1777744409);
  private static final Instant QUEUED_AT = Instant.ofEpochMilli(1777744409543L);

  @ParameterizedTest
  @CsvSource({
    "OPENED,          deploy_request/dr1/opened",
    "QUEUED,          deploy_request/dr1/deployment/run1/1777744409543/queued",
    "IN_PROGRESS,     deploy_request/dr1/deployment/run1/1777744409543/in_progress",
    "PENDING_CUTOVER, deploy_request/dr1/deployment/run1/1777744409543/pending_cutover",
    "SCHEMA_APPLIED,  deploy_request/dr1/deployment/run1/1777744409543/schema_applied",
    "REVERTED,        deploy_request/dr1/deployment/run1/1777744409543/reverted",
    "ERRORED,         deploy_request/dr1/deployment/run1/errored/1777744409",
    "CLOSED,          deploy_request/dr1/closed"
  })
  void each_milestone_has_its_key(Milestone milestone, String key) {
    assertThat(keyOf(milestone, run(QUEUED_AT))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED,  deploy_request/dr1/deployment/run1/-/queued",
    "ERRORED, deploy_request/dr1/deployment/run1/errored/1777744409"
  })
  void a_run_that_was_never_queued_has_a_dash(Milestone milestone, String key) {
    assertThat(keyOf(milestone, run(null))).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED,  deploy_request/dr1/deployment/-/-/queued",
    "ERRORED, deploy_request/dr1/deployment/-/errored/1777744409",
    "CLOSED,  deploy_request/dr1/closed"
  })
  void a_missing_deployment_is_a_dash(Milestone milestone, String key) {
    assertThat(keyOf(milestone, null)).isEqualTo(key);
  }

  @ParameterizedTest
  @EnumSource
  void a_branch_key_has_the_event_and_the_second(BranchEvent what) {
    Facts branch = new Facts.Branch(what, "br1", "main", false, null, null, null);

    assertThat(keyOf(what.event(), branch)).isEqualTo("branch/br1/" + what.event() + "/1777744409");
  }

  @Test
  void storage_has_no_id_but_a_place_and_a_second() {
    Facts cluster = new Facts.Storage("main", null, 87d, List.of());
    Facts keyspace = new Facts.Storage("main", "billing", 87d, List.of());

    assertThat(keyOf("cluster.storage", cluster))
        .isEqualTo("cluster.storage/acme/shop/main/1777744409");
    assertThat(keyOf("keyspace.storage", keyspace))
        .isEqualTo("keyspace.storage/acme/shop/main/billing/1777744409");
  }

  @ParameterizedTest
  @CsvSource({"pending, pending", "revoked, revoked", ", -"})
  void an_access_request_key_has_the_state(@Nullable String state, String key) {
    assertThat(keyOf("database.access_request", Resources.accessRequest(state)))
        .isEqualTo("access_request/ar1/" + key);
  }

  @ParameterizedTest
  @CsvSource({"true, succeeded", "false, failed"})
  void a_backup_key_has_the_end(boolean succeeded, String end) {
    assertThat(keyOf("backup." + end, Resources.backup(succeeded))).isEqualTo("backup/bu1/" + end);
  }

  @ParameterizedTest
  @CsvSource({"open, open", "stale, stale", ", -"})
  void a_recommendation_key_has_the_state(@Nullable String state, String key) {
    assertThat(keyOf("branch.schema_recommendation", Resources.recommendation(state)))
        .isEqualTo("schema_recommendation/sr1/" + key);
  }

  @Test
  void a_test_belongs_to_its_webhook() {
    assertThat(keyOf("webhook.test", new Facts.WebhookTest(null)))
        .isEqualTo("webhook.test/hook-b/1777744409");
  }

  @Test
  void an_unknown_event_is_known_by_its_bytes() {
    assertThat(keyOf("branch.teleported", new Facts.Unknown()))
        .isEqualTo("unknown/branch.teleported/d1d2");
  }

  private static String keyOf(Milestone milestone, @Nullable Deployment run) {
    Facts facts =
        new DeployRequest(
            milestone, "dr1", 42, null, "b", "main", null, null, null, null, run, null, null, null,
            null);
    return keyOf(milestone.event(), facts);
  }

  private static String keyOf(String event, Facts facts) {
    Envelope envelope = new Envelope(event, SENT, "acme", "shop");
    return ObservationKey.of(new Event(envelope, facts, List.of(), List.of()), "hook-b", "d1d2")
        .text();
  }

  private static Deployment run(@Nullable Instant queuedAt) {
    return new Deployment(
        "run1", null, null, null, null, List.of(), List.of(), false, queuedAt, null, null, null,
        null, null, null);
  }
}
