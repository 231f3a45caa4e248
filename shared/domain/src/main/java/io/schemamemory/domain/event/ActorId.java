package io.schemamemory.domain.event;

/// An actor's id at PlanetScale, without the name.
///
/// @param type PlanetScale's kind of actor, such as `User` or `ServiceToken`
/// @param id PlanetScale's id of the actor
public record ActorId(String type, String id) implements Comparable<ActorId> {
  @Override
  public int compareTo(ActorId other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : id.compareTo(other.id);
  }
}
