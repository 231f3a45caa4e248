package io.schemamemory.planetscale;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects the people a body names, and gives their ids to the facts.
final class Actors {
  /// PlanetScale's id where no person was recorded; its name is Ghost.
  private static final String NOBODY = "boo";

  private final List<Actor> met = new ArrayList<>();

  @Nullable ActorId meet(JsonObject resource, String field) {
    JsonObject actor = resource.object(field);
    String id = actor == null ? null : actor.maybe("id", Shape.NAME);
    if (actor == null || id == null || id.equals(NOBODY)) {
      return null;
    }
    // Webhooks have the type, PlanetScale's API omits it.
    String type = Objects.requireNonNullElse(actor.maybe("type", Shape.NAME), "User");
    ActorId known = new ActorId(type, id);
    met.add(
        new Actor(
            known,
            actor.maybe("display_name", Shape.LABEL),
            actor.maybe("avatar_url", Shape.TEXT)));
    return known;
  }

  List<Actor> met() {
    return met.stream().distinct().toList();
  }
}
