package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keys as the database's contract names them: changing one makes duplicates of what is kept.
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

  @Test
  void a_branch_is_told_apart_by_event_and_second() {
    Facts branch = new Facts.Branch("br1", "main", null, null, null);

    assertThat(keyOf("branch.ready", true, branch)).isEqualTo("branch/br1/branch.ready/1777744409");
  }

  @Test
  void a_test_belongs_to_its_webhook() {
    assertThat(keyOf("webhook.test", true, new Facts.Bare(null)))
        .isEqualTo("webhook.test/hook-b/1777744409");
  }

  @Test
  void an_unknown_event_is_known_by_its_bytes() {
    assertThat(keyOf("branch.teleported", false, new Facts.Bare(null)))
        .isEqualTo("unknown/branch.teleported/d1d2");
  }

  private static String keyOf(Milestone milestone, @Nullable Deployment run) {
    Facts facts =
        new DeployRequest(
            milestone, "dr1", 42, null, "b", "main", null, null, null, run, null, null, null, null);
    return keyOf(milestone.event(), true, facts);
  }

  private static String keyOf(String event, boolean known, Facts facts) {
    Envelope envelope = new Envelope(event, SENT, "acme", "shop");
    return ObservationKey.of(new Event(envelope, known, facts, List.of()), "hook-b", "d1d2").text();
  }

  private static Deployment run(@Nullable Instant queuedAt) {
    return new Deployment(
        "run1", null, null, null, List.of(), List.of(), queuedAt, null, null, null, null, null);
  }
}
