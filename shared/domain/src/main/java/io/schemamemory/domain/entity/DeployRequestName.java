package io.schemamemory.domain.entity;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Sighting;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which deploy request a sighting is about, by PlanetScale's id and by the number people use; an
/// audit entry may give one of them only, and most sightings are about none.
///
/// @param id PlanetScale's id, if the sighting gives it
/// @param number within the database, if the sighting gives it
public record DeployRequestName(Envelope envelope, @Nullable String id, @Nullable Long number) {
  /// The name that a sighting gives.
  public static DeployRequestName of(Sighting sighting) {
    Envelope envelope = sighting.envelope();
    return switch (sighting.facts()) {
      case Facts.DeployRequest request ->
          new DeployRequestName(envelope, request.id(), request.number());
      // A number means nothing without its database.
      case Facts.AuditEntry entry ->
          new DeployRequestName(
              envelope,
              entry.deployRequest(),
              envelope.database().isEmpty() ? null : entry.number());
      case Facts.Branch _,
          Facts.Storage _,
          Facts.AccessRequest _,
          Facts.Backup _,
          Facts.Recommendation _,
          Facts.WebhookTest _,
          Facts.Unknown _ ->
          new DeployRequestName(envelope, null, null);
    };
  }

  /// The path, such as `acme/shop/42`: the facet by which everything about it is found.
  public Optional<String> path() {
    return Optional.ofNullable(number)
        .map(known -> EntityName.deployRequest(envelope, known).path());
  }
}
