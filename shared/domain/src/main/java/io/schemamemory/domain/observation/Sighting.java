package io.schemamemory.domain.observation;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.SourceClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one delivery, audit entry or API answer said of one milestone.
///
/// @param digest the SHA-256 of what was said, in hex
/// @param kind the event name, or `unknown`
/// @param occurredAt the milestone's own time, else when the event was sent, else when we received
///     it: never a time that had not come when we received it
/// @param exact whether it is the milestone's own time
/// @param receivedAt our clock, against which those of others are held
public record Sighting(
    ObservationKey key,
    Channel channel,
    String digest,
    String kind,
    Envelope envelope,
    Facts facts,
    Instant occurredAt,
    boolean exact,
    Instant receivedAt) {
  /// The kind of what this version does not know.
  public static final String UNKNOWN = "unknown";

  /// The sighting that words an observation comes first. A total order, except for the same bytes.
  public static final Comparator<Sighting> BEST_FIRST =
      Comparator.comparing(Sighting::exact, Comparator.reverseOrder())
          .thenComparing(one -> one.doubtedTime() != null)
          .thenComparing(Sighting::channel)
          .thenComparing(
              Sighting::informedAt, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(Sighting::digest, Comparator.reverseOrder());

  /// The sighting of an event; see [ObservationKey#of] for the other parameters.
  ///
  /// @param receivedAt when we received it, the same whenever it is read again
  public static Sighting of(
      Event event, Channel channel, String source, String digest, Instant receivedAt) {
    Instant own = OwnTime.of(event.facts());
    return own == null || SourceClock.doubts(own, receivedAt)
        ? of(event, channel, source, digest, receivedAt, sent(event, receivedAt), false)
        : of(event, channel, source, digest, receivedAt, own, true);
  }

  private static Sighting of(
      Event event,
      Channel channel,
      String source,
      String digest,
      Instant receivedAt,
      Instant occurredAt,
      boolean exact) {
    return new Sighting(
        ObservationKey.of(event, source, digest),
        channel,
        digest,
        event.known() ? event.envelope().event() : UNKNOWN,
        event.envelope(),
        event.facts(),
        occurredAt,
        exact,
        receivedAt);
  }

  /// When the source says it occurred, right or wrong: kept as evidence.
  public Instant statedTime() {
    return Objects.requireNonNullElse(OwnTime.of(facts), envelope.sentAt());
  }

  /// The time the source gives, if it had not come when we received it.
  public @Nullable Instant doubtedTime() {
    Instant stated = statedTime();
    return SourceClock.doubts(stated, receivedAt) ? stated : null;
  }

  /// The same at another time.
  Sighting at(Instant other) {
    return new Sighting(key, channel, digest, kind, envelope, facts, other, exact, receivedAt);
  }

  /// How late a state of the resource it shows; null if no time that it gives can be right.
  private @Nullable Instant informedAt() {
    Instant updatedAt = facts.updatedAt();
    if (updatedAt == null || !SourceClock.doubts(updatedAt, receivedAt)) {
      return updatedAt;
    }
    return SourceClock.doubts(envelope.sentAt(), receivedAt) ? null : envelope.sentAt();
  }

  /// PlanetScale sends whole seconds; the resource's own time within that second orders milestones
  /// of the same second.
  private static Instant sent(Event event, Instant receivedAt) {
    Instant second = SourceClock.ordering(event.envelope().sentAt(), receivedAt);
    Instant updatedAt = event.facts().updatedAt();
    return updatedAt != null && updatedAt.truncatedTo(ChronoUnit.SECONDS).equals(second)
        ? updatedAt
        : second;
  }
}
