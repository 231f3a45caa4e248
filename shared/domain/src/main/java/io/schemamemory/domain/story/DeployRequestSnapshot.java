package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// A deploy request as one milestone showed it.
public record DeployRequestSnapshot(Envelope envelope, DeployRequest request, Instant occurredAt) {
  /// The best-informed first; a total order, so that the order of arrival never decides.
  public static final Comparator<DeployRequestSnapshot> BEST_INFORMED_FIRST =
      Comparator.comparing(
              (DeployRequestSnapshot t) -> t.request().updatedAt(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(t -> t.request().milestone())
          .thenComparing(t -> t.envelope().sentAt())
          .thenComparing(DeployRequestSnapshot::toString)
          .reversed();

  /// The snapshot in a sighting; none if it is about something else.
  public static Stream<DeployRequestSnapshot> of(Sighting sighting) {
    return sighting.facts() instanceof DeployRequest request
        ? Stream.of(new DeployRequestSnapshot(sighting.envelope(), request, sighting.occurredAt()))
        : Stream.empty();
  }
}
