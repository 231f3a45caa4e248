package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.LABEL;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.TIME;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.schemamemory.domain.event.Facts;

/// Reads a backup, which has the API's shape.
final class Backups {
  private Backups() {}

  static Facts facts(boolean succeeded, JsonObject resource, Actors actors)
      throws UnreadableException {
    JsonObject branch = resource.object("database_branch");
    return new Facts.Backup(
        resource.need("id", NAME),
        succeeded,
        resource.maybe("name", LABEL),
        branch == null ? null : branch.maybe("name", NAME),
        resource.maybe("size", WHOLE_NUMBER),
        actors.meet(resource, "actor"),
        resource.maybe("started_at", TIME),
        resource.maybe("completed_at", TIME),
        resource.maybe("updated_at", TIME));
  }
}
