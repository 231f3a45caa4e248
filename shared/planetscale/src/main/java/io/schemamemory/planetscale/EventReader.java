package io.schemamemory.planetscale;

import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery's body as a PlanetScale event.
@Singleton
public final class EventReader {
  /// PlanetScale's clock may be ahead of ours, but not by more.
  private static final Duration AHEAD = Duration.ofDays(1);

  /// Reads a body.
  ///
  /// @param receivedAt our time, which the event's own must fit
  public EventReading read(byte[] body, Instant receivedAt) {
    try {
      return new Read(event(JsonText.read(body), receivedAt));
    } catch (UnreadableException unreadable) {
      return new Unreadable(unreadable.reason(), name(body));
    }
  }

  /// The event's name, so that a later release can read all of that name again.
  private static @Nullable String name(byte[] body) {
    try {
      return JsonText.read(body).need("event", Shape.NAME);
    } catch (UnreadableException nothing) {
      return null;
    }
  }

  private static Event event(JsonObject body, Instant receivedAt) throws UnreadableException {
    Envelope envelope = envelope(body, receivedAt);
    Actors actors = new Actors();
    Facts facts = facts(envelope.event(), body, actors);
    return new Event(envelope, facts, actors.met(), body.passedOver());
  }

  private static Facts facts(String event, JsonObject body, Actors actors)
      throws UnreadableException {
    Optional<Milestone> milestone = Milestone.ofEvent(event);
    if (milestone.isPresent()) {
      return DeployRequests.facts(milestone.get(), resource(body), actors);
    }
    Optional<BranchEvent> branchEvent = BranchEvent.ofEvent(event);
    if (branchEvent.isPresent()) {
      return Branches.facts(branchEvent.get(), resource(body), actors);
    }
    return switch (event) {
      case "cluster.storage" -> Storages.ofCluster(resource(body));
      case "keyspace.storage" -> Storages.ofKeyspace(resource(body));
      case "database.access_request" -> AccessRequests.facts(resource(body), actors);
      case "backup.succeeded" -> Backups.facts(true, resource(body), actors);
      case "backup.failed" -> Backups.facts(false, resource(body), actors);
      case "webhook.test" -> test(body);
      default -> new Facts.Unknown();
    };
  }

  private static JsonObject resource(JsonObject body) throws UnreadableException {
    return body.needObject("resource");
  }

  private static Facts test(JsonObject body) {
    JsonObject database = body.object("resource");
    return new Facts.WebhookTest(
        database == null ? null : database.maybe("updated_at", Shape.TIME));
  }

  private static Envelope envelope(JsonObject body, Instant receivedAt) throws UnreadableException {
    long seconds = body.need("timestamp", Shape.WHOLE_NUMBER);
    if (seconds < Shape.EARLIEST.getEpochSecond()
        || seconds > receivedAt.plus(AHEAD).getEpochSecond()) {
      throw new UnreadableException("timestamp is before 2018 or after the delivery was received");
    }
    return new Envelope(
        body.need("event", Shape.NAME),
        Instant.ofEpochSecond(seconds),
        body.need("organization", Shape.NAME),
        body.need("database", Shape.NAME));
  }
}
