package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// A deploy request as one milestone showed it.
///
/// @param receivedAt our clock, against which the times in it are held
/// @param doubtful whether it gave a time for the milestone that had not come then
public record DeployRequestSnapshot(
    Envelope envelope,
    DeployRequest request,
    Instant occurredAt,
    Instant receivedAt,
    boolean doubtful) {
  /// The best-informed first; a total order, so that the order of arrival never decides.
  public static final Comparator<DeployRequestSnapshot> BEST_INFORMED_FIRST =
      Comparator.comparing(DeployRequestSnapshot::informedAt)
          .thenComparing(t -> t.request().milestone())
          .thenComparing(DeployRequestSnapshot::sentAt)
          .thenComparing(DeployRequestSnapshot::toString)
          .reversed();

  /// The snapshot in a sighting; none if it is about something else.
  public static Stream<DeployRequestSnapshot> of(Sighting sighting) {
    return sighting.facts() instanceof DeployRequest request
        ? Stream.of(
            new DeployRequestSnapshot(
                sighting.envelope(),
                request,
                sighting.occurredAt(),
                sighting.receivedAt(),
                sighting.doubtedTime() != null))
        : Stream.empty();
  }

  /// Whether a time that it gives had not come when we received it.
  boolean doubts(Instant time) {
    return SourceClock.doubts(time, receivedAt);
  }

  /// By when everything that it shows had happened.
  Instant sentAt() {
    return SourceClock.ordering(envelope.sentAt(), receivedAt);
  }

  /// How late a state it shows: by the times that can be right. One whose clock is wrong
  /// throughout knows less than any other; among such ones the milestone decides.
  private Instant informedAt() {
    return Stream.of(
            Stream.ofNullable(request.updatedAt()),
            Stream.of(envelope.sentAt()),
            SnapshotTimes.of(request).sorted(Comparator.reverseOrder()))
        .flatMap(times -> times)
        .filter(time -> !doubts(time))
        .findFirst()
        .orElse(Instant.MIN);
  }
}
