package io.schemamemory.planetscale;

import io.schemamemory.domain.event.Event;
import org.jspecify.annotations.Nullable;

/// What [EventReader] made of a body.
public sealed interface EventReading {
  /// The body tells an event.
  record Read(Event event) implements EventReading {}

  /// The body cannot be read; the reason repeats nothing of it but names of fields.
  ///
  /// @param event the event's name, if that at least could be read
  record Unreadable(String reason, @Nullable String event) implements EventReading {}
}
