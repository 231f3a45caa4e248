package io.schemamemory.domain.event;

import java.util.List;

/// One event as read from a delivery's body.
///
/// @param actors all actors it names, for the people's table only
/// @param passedOver the names of fields that have another form than this version reads
public record Event(Envelope envelope, Facts facts, List<Actor> actors, List<String> passedOver) {
  /// Whether this version knows the event; an unknown one is kept and shown as such.
  public boolean known() {
    return !(facts instanceof Facts.Unknown);
  }
}
