package io.schemamemory.domain.event;

import java.util.List;

/// One event as read from a delivery's body.
///
/// @param actors everybody it names, for the people's table alone
/// @param passedOver the fields that were there but not as this version reads them, by name
public record Event(Envelope envelope, Facts facts, List<Actor> actors, List<String> passedOver) {
  /// Whether this version knows the event; an unknown one is kept and shown as such.
  public boolean known() {
    return !(facts instanceof Facts.Unknown);
  }
}
