package io.schemamemory.domain.event;

import java.time.Instant;

/// What every event says around its resource.
///
/// @param database empty for events of an organization as a whole
/// @param event the event name, such as `branch.ready`; an open set
/// @param sentAt PlanetScale's clock, whole seconds
public record Envelope(String event, Instant sentAt, String organization, String database) {
  /// The database as people write it, `acme/shop`, or else the organization.
  public String place() {
    return database.isEmpty() ? organization : organization + "/" + database;
  }
}
