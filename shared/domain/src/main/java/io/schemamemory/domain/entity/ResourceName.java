package io.schemamemory.domain.entity;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.SourceClock;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a resource was called when a sighting of it was sent: its id stays when it, its database or
/// its organization is renamed.
///
/// @param kind of the resource, such as `branch`
/// @param id PlanetScale's
/// @param name its path, or that of its database if nothing else names it
/// @param place the path of its database
/// @param seenAt when it was sent, but never after we received it
public record ResourceName(String kind, String id, String name, String place, Instant seenAt) {
  /// The names that a sighting gives with an id.
  public static Stream<ResourceName> of(Sighting sighting) {
    Envelope envelope = sighting.envelope();
    // Outside a database there is no path.
    return envelope.database().isEmpty()
        ? Stream.empty()
        : switch (sighting.facts()) {
          case Facts.DeployRequest request ->
              named(sighting, request.id(), EntityName.deployRequest(envelope, request.number()));
          case Facts.Branch branch ->
              named(sighting, branch.id(), EntityName.branch(envelope, branch.name()));
          case Facts.Backup backup -> inDatabase(sighting, "backup", backup.id());
          case Facts.Recommendation one -> inDatabase(sighting, "schema_recommendation", one.id());
          case Facts.AuditEntry entry -> inDatabase(sighting, "database", entry.databaseId());
          case Facts.Storage _, Facts.AccessRequest _, Facts.WebhookTest _, Facts.Unknown _ ->
              Stream.empty();
        };
  }

  private static Stream<ResourceName> named(Sighting sighting, String id, EntityName name) {
    return Stream.of(of(sighting, name.kind().label(), id, name));
  }

  private static Stream<ResourceName> inDatabase(
      Sighting sighting, String kind, @Nullable String id) {
    return id == null
        ? Stream.empty()
        : Stream.of(of(sighting, kind, id, EntityName.database(sighting.envelope())));
  }

  private static ResourceName of(Sighting sighting, String kind, String id, EntityName name) {
    Envelope envelope = sighting.envelope();
    return new ResourceName(
        kind,
        id,
        name.path(),
        EntityName.database(envelope).path(),
        SourceClock.ordering(envelope.sentAt(), sighting.receivedAt()));
  }
}
