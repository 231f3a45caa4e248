package io.schemamemory.planetscale;

import static io.schemamemory.planetscale.Shape.NAME;
import static io.schemamemory.planetscale.Shape.TIME;

import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Facts;

/// Reads a branch of Vitess or Postgres.
final class Branches {
  private Branches() {}

  static Facts facts(BranchEvent what, JsonObject resource, Actors actors)
      throws UnreadableException {
    if (what == BranchEvent.SCHEMA_RECOMMENDATION && !isBranch(resource)) {
      return Recommendations.facts(resource, actors);
    }
    return new Facts.Branch(
        what,
        resource.need("id", NAME),
        resource.need("name", NAME),
        resource.flag("production"),
        resource.maybe("parent_branch", NAME),
        actors.meet(resource, "actor"),
        resource.maybe("updated_at", TIME));
  }

  /// PlanetScale documents no sample: it may send the branch, as elsewhere, or the recommendation.
  private static boolean isBranch(JsonObject resource) {
    String type = resource.maybe("type", NAME);
    return type == null ? resource.maybe("name", NAME) != null : type.equals("Branch");
  }
}
