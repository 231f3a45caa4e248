package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/// One observation of a deploy request: all that was known of it at one milestone.
public record DeployRequestSnapshot(Envelope envelope, DeployRequest request, Instant occurredAt) {
  /// The best-informed first. A total order, so that the order of arrival never decides.
  public static final Comparator<DeployRequestSnapshot> BEST_INFORMED_FIRST =
      Comparator.comparing(
              (DeployRequestSnapshot t) -> t.request().updatedAt(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(t -> t.request().milestone())
          .thenComparing(t -> t.envelope().sentAt())
          .thenComparing(DeployRequestSnapshot::toString)
          .reversed();

  /// What a sighting tells of a deploy request; nothing if it is of something else.
  public static Stream<DeployRequestSnapshot> of(Sighting sighting) {
    return sighting.facts() instanceof DeployRequest request
        ? Stream.of(new DeployRequestSnapshot(sighting.envelope(), request, sighting.occurredAt()))
        : Stream.empty();
  }
}
