package io.schemamemory.domain.event;

import org.jspecify.annotations.Nullable;

/// Who acted, with the name and avatar PlanetScale gave them; only the people's table keeps these.
public record Actor(ActorId id, @Nullable String displayName, @Nullable String avatarUrl) {
  @Override
  public String toString() {
    return "Actor[" + id + "]";
  }
}
