package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Field.name;
import static io.schemamemory.planetscale.Field.required;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.planetscale.Reading.Read;
import io.schemamemory.planetscale.Reading.Unreadable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a delivery's body as one of PlanetScale's events.
@Singleton
public final class EventReader {
  /// Their clock may be ahead of ours, but not by this.
  private static final Duration AHEAD = Duration.ofDays(1);

  private final JsonMapper mapper;

  EventReader(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// Reads a body.
  ///
  /// @param receivedAt our door's time, which the event's own must fit
  public Reading read(byte[] body, Instant receivedAt) {
    try {
      Wire.Envelope wire = decode("body", JsonText.check(body), Wire.Envelope.class);
      return new Read(event(wire, receivedAt));
    } catch (UnreadableException unreadable) {
      return new Unreadable(unreadable.reason());
    }
  }

  private Event event(Wire.Envelope wire, Instant receivedAt) throws UnreadableException {
    Envelope envelope = envelope(wire, receivedAt);
    Actors actors = new Actors();
    Optional<Milestone> milestone = Milestone.ofEvent(envelope.event());
    if (milestone.isPresent()) {
      Wire.DeployRequest resource = resource(wire, Wire.DeployRequest.class);
      Facts facts = DeployRequests.facts(milestone.get(), resource, actors);
      return new Event(envelope, true, facts, actors.met());
    }
    return switch (envelope.event()) {
      case "branch.ready" -> {
        Facts facts = branch(resource(wire, Wire.Branch.class), actors);
        yield new Event(envelope, true, facts, actors.met());
      }
      case "webhook.test" -> {
        Facts facts = database(resource(wire, Wire.Database.class));
        yield new Event(envelope, true, facts, actors.met());
      }
      default -> new Event(envelope, false, new Facts.Bare(null), actors.met());
    };
  }

  private static Facts database(Wire.Database wire) throws UnreadableException {
    return new Facts.Bare(Field.time("resource.updated_at", wire.updatedAt()));
  }

  private static Facts branch(Wire.Branch wire, Actors actors) throws UnreadableException {
    return new Facts.Branch(
        name("resource.id", wire.id()),
        name("resource.name", wire.name()),
        Field.optionalName("resource.parent_branch", wire.parentBranch()),
        actors.meet("resource.actor", wire.actor()),
        Field.time("resource.updated_at", wire.updatedAt()));
  }

  private static Envelope envelope(Wire.Envelope wire, Instant receivedAt)
      throws UnreadableException {
    long seconds = Field.wholeNumber("timestamp", wire.timestamp());
    if (seconds < Field.EARLIEST.getEpochSecond()
        || seconds > receivedAt.plus(AHEAD).getEpochSecond()) {
      throw new UnreadableException("timestamp is before 2018 or after the delivery was received");
    }
    return new Envelope(
        name("event", wire.event()),
        Instant.ofEpochSecond(seconds),
        name("organization", wire.organization()),
        name("database", wire.database()));
  }

  private <T> T resource(Wire.Envelope wire, Class<T> type) throws UnreadableException {
    JsonNode resource = required("resource", wire.resource());
    try {
      return required("resource", mapper.readValueFromTree(resource, type));
    } catch (IOException misshapen) {
      throw new UnreadableException("resource does not have the shape this version reads");
    }
  }

  private <T> T decode(String what, String text, Class<T> type) throws UnreadableException {
    try {
      @Nullable T value = mapper.readValue(text, type);
      return required(what, value);
    } catch (IOException misshapen) {
      throw new UnreadableException(what + " does not have the shape this version reads");
    }
  }
}
