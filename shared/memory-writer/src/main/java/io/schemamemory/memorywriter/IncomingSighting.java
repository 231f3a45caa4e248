package io.schemamemory.memorywriter;

import io.schemamemory.domain.event.Actor;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;

/// What a delivery or an audit entry tells, ready to be written.
///
/// @param reference the delivery's id, or the audit entry's number
/// @param again whether it may have told something before, which this replaces
public record IncomingSighting(
    long workspaceId, long reference, boolean again, Sighting sighting, List<Actor> actors) {
  /// How all of it was learned: who writes, writes of one channel.
  static String channel(List<IncomingSighting> told) {
    return told.getFirst().sighting().channel().label();
  }

  /// The references of those that may have told something before.
  static List<Long> again(List<IncomingSighting> told) {
    return told.stream().filter(IncomingSighting::again).map(IncomingSighting::reference).toList();
  }
}
