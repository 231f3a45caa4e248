package io.schemamemory.domain.story;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import java.time.Instant;
import java.util.Comparator;

/// One observation of a deploy request: all that was known of it at one milestone.
public record Telling(Envelope envelope, DeployRequest request, Instant occurredAt) {
  /// The best-informed first. A total order, so that the order of arrival never decides.
  public static final Comparator<Telling> BEST_INFORMED_FIRST =
      Comparator.comparing(
              (Telling t) -> t.request().updatedAt(),
              Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(t -> t.request().milestone())
          .thenComparing(t -> t.envelope().sentAt())
          .thenComparing(Telling::toString)
          .reversed();
}
