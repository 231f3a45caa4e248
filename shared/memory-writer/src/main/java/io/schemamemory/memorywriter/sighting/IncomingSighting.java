package io.schemamemory.memorywriter.sighting;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;

/// A sighting that a delivery or an audit entry gave, not yet written.
///
/// @param reference the delivery's id, or the audit entry's number
/// @param replacesEarlier whether the same reference may have sightings already; these are replaced
public record IncomingSighting(
    long workspaceId,
    long reference,
    boolean replacesEarlier,
    Sighting sighting,
    List<Actor> actors) {
  /// The channel of all of them: each function writes sightings of one channel only.
  public static String channel(List<IncomingSighting> incoming) {
    return incoming.getFirst().sighting().channel().label();
  }

  /// The references whose earlier sightings are replaced.
  public static List<Long> replaced(List<IncomingSighting> incoming) {
    return incoming.stream()
        .filter(IncomingSighting::replacesEarlier)
        .map(IncomingSighting::reference)
        .toList();
  }

  IncomingSighting withReference(long other) {
    return new IncomingSighting(workspaceId, other, replacesEarlier, sighting, actors);
  }

  IncomingSighting withSighting(Sighting other) {
    return new IncomingSighting(workspaceId, reference, replacesEarlier, other, actors);
  }
}
