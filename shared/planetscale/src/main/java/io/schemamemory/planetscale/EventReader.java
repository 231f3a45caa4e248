package io.schemamemory.planetscale;

import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.planetscale.EventReading.Read;
import io.schemamemory.planetscale.EventReading.Unreadable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery's body as a PlanetScale event.
@Singleton
public final class EventReader {
  /// Reads a body. A clock that is ahead of ours makes it no less readable: whoever orders by its
  /// times holds them against ours.
  public EventReading read(byte[] body) {
    try {
      return new Read(event(JsonText.read(body)));
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

  private static Event event(JsonObject body) throws UnreadableException {
    Envelope envelope = envelope(body);
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

  private static Envelope envelope(JsonObject body) throws UnreadableException {
    long seconds = body.need("timestamp", Shape.WHOLE_NUMBER);
    if (seconds < Shape.EARLIEST.getEpochSecond() || seconds >= Shape.LATEST.getEpochSecond()) {
      throw new UnreadableException("timestamp is not between 2018 and 2100, in seconds");
    }
    return new Envelope(
        body.need("event", Shape.NAME),
        Instant.ofEpochSecond(seconds),
        body.need("organization", Shape.NAME),
        body.need("database", Shape.NAME));
  }
}
