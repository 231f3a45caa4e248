package io.schemamemory.domain.observation;

import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Resources;
import io.schemamemory.domain.event.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SightingTest {
  @ParameterizedTest
  @CsvSource({
    "OPENED, 0",
    "QUEUED, 1",
    "IN_PROGRESS, 2",
    "PENDING_CUTOVER, 3",
    "SCHEMA_APPLIED, 5",
    "REVERTED, 6",
    "CLOSED, 7"
  })
  void a_milestone_occurred_at_its_own_time(Milestone milestone, int itsOwn) {
    Sighting sighting =
        seen(
            Snapshot.of(milestone, 30)
                .queued(1, JANE)
                .started(2)
                .ready(3)
                .cutOver(4, JANE)
                .finished(5)
                .reverted(6, JANE)
                .closed(7, JANE)
                .event());

    assertThat(sighting.occurredAt()).isEqualTo(minute(itsOwn));
    assertThat(sighting.exact()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OPENED")
  void without_its_own_time_it_occurred_when_it_was_sent(Milestone milestone) {
    Sighting sighting = seen(Snapshot.of(milestone, 30).event());

    assertThat(sighting.occurredAt()).isEqualTo(minute(30).plusSeconds(1));
    assertThat(sighting.exact()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"pending, 1", "approved, 2", "denied, 2", "cancelled, 3", "revoked,", ","})
  void an_access_request_occurred_when_its_state_began(
      @Nullable String state, @Nullable Integer its) {
    assertItsOwn(Resources.accessRequest(state), its);
  }

  @ParameterizedTest
  @CsvSource({"open, 1", "applied, 2", "dismissed, 3", "stale,", ","})
  void a_recommendation_occurred_when_its_state_began(
      @Nullable String state, @Nullable Integer its) {
    assertItsOwn(Resources.recommendation(state), its);
  }

  @Test
  void a_backup_occurred_when_it_ended() {
    assertItsOwn(Resources.backup(true), 2);
  }

  private static void assertItsOwn(Facts facts, @Nullable Integer its) {
    Envelope envelope = new Envelope("x.y", minute(30), "acme", "shop");

    Sighting sighting = seen(new Event(envelope, facts, List.of(), List.of()));

    assertThat(sighting.exact()).isEqualTo(its != null);
    assertThat(sighting.occurredAt()).isEqualTo(minute(its == null ? 30 : its));
  }

  @ParameterizedTest
  @CsvSource({
    // Within the same second: the resource's own time is more precise.
    "2026-05-02T10:00:05.250Z, 2026-05-02T10:00:05.250Z",
    "2026-05-02T10:00:05.999Z, 2026-05-02T10:00:05.999Z",
    // In another second: it is the time of something else.
    "2026-05-02T10:00:04.999Z, 2026-05-02T10:00:05Z",
    "2026-05-02T10:00:06.000Z, 2026-05-02T10:00:05Z",
    ",                         2026-05-02T10:00:05Z"
  })
  void the_second_it_was_sent_is_refined_by_the_resource(
      @Nullable Instant updated, Instant expected) {
    Facts facts = new Facts.Branch(BranchEvent.READY, "br1", "main", false, null, null, updated);
    Envelope envelope =
        new Envelope("branch.ready", Instant.parse("2026-05-02T10:00:05Z"), "acme", "shop");

    Sighting sighting = seen(new Event(envelope, facts, List.of(), List.of()));

    assertThat(sighting.occurredAt()).isEqualTo(expected);
    assertThat(sighting.exact()).isFalse();
  }

  @Test
  void an_unknown_event_is_of_the_kind_unknown_whatever_its_name() {
    Envelope envelope = new Envelope("deploy_request.teleported", minute(0), "acme", "shop");

    Sighting sighting = seen(new Event(envelope, new Facts.Unknown(), List.of(), List.of()));

    assertThat(sighting.kind()).isEqualTo("unknown");
  }

  private static Sighting seen(Event event) {
    return Sighting.of(event, Channel.WEBHOOK, "default", "d1d2", Snapshot.RECEIVED);
  }
}
