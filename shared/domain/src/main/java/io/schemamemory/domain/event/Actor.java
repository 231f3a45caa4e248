package io.schemamemory.domain.event;

import org.jspecify.annotations.Nullable;

/// An actor with the name and avatar PlanetScale gives; only the people's table stores these.
public record Actor(ActorId id, @Nullable String displayName, @Nullable String avatarUrl) {
  @Override
  public String toString() {
    return "Actor[" + id + "]";
  }
}
