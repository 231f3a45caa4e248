package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/// What one delivery, audit entry or API answer said of one milestone.
///
/// @param digest the SHA-256 of what was said, in hex
/// @param kind the event name, or `unknown`
/// @param occurredAt the milestone's own time, else when the event was sent
/// @param exact whether the milestone's own time was known
public record Sighting(
    ObservationKey key,
    Channel channel,
    String digest,
    String kind,
    Envelope envelope,
    Facts facts,
    Instant occurredAt,
    boolean exact) {
  /// The kind of what this version does not know.
  public static final String UNKNOWN = "unknown";

  /// The sighting that words an observation comes first. A total order, except for the same bytes.
  public static final Comparator<Sighting> BEST_FIRST =
      Comparator.comparing(Sighting::exact, Comparator.reverseOrder())
          .thenComparing(Sighting::channel)
          .thenComparing(
              one -> one.facts().updatedAt(),
              Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(Sighting::digest, Comparator.reverseOrder());

  /// The sighting of an event; see [ObservationKey#of] for the parameters.
  public static Sighting of(Event event, Channel channel, String source, String digest) {
    Instant own = OwnTime.of(event.facts());
    return new Sighting(
        ObservationKey.of(event, source, digest),
        channel,
        digest,
        event.known() ? event.envelope().event() : UNKNOWN,
        event.envelope(),
        event.facts(),
        own != null ? own : sent(event),
        own != null);
  }

  /// PlanetScale sends whole seconds; the resource's own time within that second orders milestones
  /// of the same second.
  private static Instant sent(Event event) {
    Instant second = event.envelope().sentAt();
    Instant updatedAt = event.facts().updatedAt();
    return updatedAt != null && updatedAt.truncatedTo(ChronoUnit.SECONDS).equals(second)
        ? updatedAt
        : second;
  }
}
