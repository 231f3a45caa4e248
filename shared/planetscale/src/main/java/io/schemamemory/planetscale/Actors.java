package io.schemamemory.planetscale;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.event.ActorId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Collects everybody a body names, and gives their ids to the facts.
final class Actors {
  /// PlanetScale's id for a person that was never set, named Ghost.
  private static final String NOBODY = "boo";

  private final List<Actor> met = new ArrayList<>();

  @Nullable ActorId meet(String field, Wire.@Nullable Actor actor) throws UnreadableException {
    String id = actor == null ? null : Field.optionalName(field + ".id", actor.id());
    if (actor == null || id == null || id.equals(NOBODY)) {
      return null;
    }
    // Webhooks say the type, PlanetScale's API says it of nobody.
    String type =
        Objects.requireNonNullElse(Field.optionalName(field + ".type", actor.type()), "User");
    ActorId known = new ActorId(type, id);
    met.add(
        new Actor(
            known,
            Field.plain(field + ".display_name", actor.displayName()),
            Field.text(actor.avatarUrl())));
    return known;
  }

  List<Actor> met() {
    return met.stream().distinct().toList();
  }
}
