package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.LABEL;
import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.PROSE;
import static io.schemamemory.planetscale.Shape.TIME;
import static io.schemamemory.planetscale.Shape.WHOLE_NUMBER;

import io.schemamemory.domain.event.Facts;

/// Reads an access request of PlanetScale's staff.
final class AccessRequests {
  private AccessRequests() {}

  static Facts facts(JsonObject resource, Actors actors) throws UnreadableException {
    JsonObject target = resource.object("access_target");
    return new Facts.AccessRequest(
        resource.need("id", NAME),
        resource.key("state", NAME),
        actors.meet(resource, "actor"),
        actors.meet(resource, "responder"),
        actors.meet(resource, "revoked_by"),
        target == null ? null : target.maybe("name", LABEL),
        target == null ? null : target.maybe("type", NAME),
        resource.maybe("access_reason", PROSE),
        resource.maybe("denial_reason", PROSE),
        resource.maybe("duration", WHOLE_NUMBER),
        resource.maybe("duration_units", NAME),
        resource.maybe("created_at", TIME),
        resource.maybe("responded_at", TIME),
        resource.maybe("cancelled_at", TIME),
        resource.maybe("expires_at", TIME),
        resource.maybe("updated_at", TIME));
  }
}
