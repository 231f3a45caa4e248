package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.SourceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtfulSightingTest {
  private static final Instant NOON = Instant.parse("2026-05-02T12:00:00Z");
  private static final Instant AHEAD = Instant.parse("2099-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // Its own time, when it was sent, when it was received: when it occurred, and which is doubted.
    "2026-05-02T11:59:00Z, 2026-05-02T11:59:30Z, 2026-05-02T12:00:00Z, 2026-05-02T11:59:00Z,",
    "2026-05-02T12:05:00Z, 2026-05-02T11:59:30Z, 2026-05-02T12:00:00Z, 2026-05-02T12:05:00Z,",
    "2026-05-02T12:05:01Z, 2026-05-02T11:59:30Z, 2026-05-02T12:00:00Z, 2026-05-02T11:59:30Z, 2026-05-02T12:05:01Z",
    "2099-01-01T00:00:00Z, 2099-01-01T00:00:00Z, 2026-05-02T12:00:00Z, 2026-05-02T12:00:00Z, 2099-01-01T00:00:00Z",
    ",                     2099-01-01T00:00:00Z, 2026-05-02T12:00:00Z, 2026-05-02T12:00:00Z, 2099-01-01T00:00:00Z",
    ",                     2026-05-02T11:59:30Z, 2026-05-02T12:00:00Z, 2026-05-02T11:59:30Z,",
    "2026-05-02T11:59:00Z, 2099-01-01T00:00:00Z, 2026-05-02T12:00:00Z, 2026-05-02T11:59:00Z,"
  })
  void it_occurred_at_the_best_time_that_can_be_right(
      @Nullable Instant own,
      Instant sent,
      Instant received,
      Instant occurred,
      @Nullable Instant doubted) {
    Sighting sighting = backup(own, sent, received, "d");

    assertThat(sighting.occurredAt()).isEqualTo(occurred);
    assertThat(sighting.doubtedTime()).isEqualTo(doubted);
    assertThat(sighting.exact()).isEqualTo(occurred.equals(own));
  }

  @Test
  void one_with_a_right_time_goes_before_any_in_doubt() {
    Sighting doubtful = backup(AHEAD, NOON, NOON, "ff");
    Sighting right = backup(NOON.minusSeconds(9), NOON, NOON.plusSeconds(60), "00");

    assertThat(Observation.of(List.of(doubtful, right), Readings.nothing()).best())
        .isEqualTo(right);
    assertThat(Observation.of(List.of(right, doubtful), Readings.nothing()).best())
        .isEqualTo(right);
  }

  @Test
  void where_all_are_in_doubt_the_first_received_gives_the_time() {
    Sighting first = backup(AHEAD, AHEAD, NOON, "00");
    Sighting again = backup(AHEAD, AHEAD, NOON.plusSeconds(3600), "ff");

    for (List<Sighting> order : List.of(List.of(first, again), List.of(again, first))) {
      Observation observation = Observation.of(order, Readings.nothing());
      assertThat(observation.best().occurredAt()).isEqualTo(NOON);
      assertThat(observation.entry().template())
          .endsWith(
              "succeeded. PlanetScale gave 2099-01-01 00:00:00 UTC as its time, which lay ahead of"
                  + " our clock.");
    }
  }

  @Test
  void a_doubtful_age_makes_no_sighting_better() {
    Sighting doubtful = branch(AHEAD, "ff");
    Sighting right = branch(NOON.plusSeconds(1), "00");

    assertThat(Observation.of(List.of(doubtful, right), Readings.nothing()).best())
        .isEqualTo(right);
  }

  @Test
  void a_second_that_is_in_doubt_is_not_refined_by_the_resource() {
    Facts facts = new Facts.Branch(BranchEvent.READY, "br1", "main", false, null, null, AHEAD);
    Sighting sighting = seen(facts, AHEAD, NOON, "d");

    assertThat(sighting.occurredAt()).isEqualTo(NOON);
  }

  @Test
  void the_tolerance_is_small() {
    assertThat(SourceClock.TOLERANCE).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(10));
  }

  private static Sighting branch(Instant updated, String digest) {
    return seen(
        new Facts.Branch(BranchEvent.READY, "br1", "main", false, null, null, updated),
        NOON,
        NOON,
        digest);
  }

  private static Sighting backup(
      @Nullable Instant own, Instant sent, Instant received, String digest) {
    return seen(
        new Facts.Backup("b1", true, null, "main", null, null, null, own, null),
        sent,
        received,
        digest);
  }

  private static Sighting seen(Facts facts, Instant sent, Instant received, String digest) {
    Envelope envelope = new Envelope("backup.succeeded", sent, "acme", "shop");
    return Sighting.of(
        new Event(envelope, facts, List.of(), List.of()),
        Channel.WEBHOOK,
        "default",
        digest,
        received);
  }
}
