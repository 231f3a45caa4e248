package io.schemamemory.planetscale;

import io.schemamemory.domain.event.Event;
import org.jspecify.annotations.Nullable;

/// The result of [EventReader].
public sealed interface EventReading {
  /// The body is an event.
  record Read(Event event) implements EventReading {}

  /// The body cannot be read; the reason names fields and repeats no values.
  ///
  /// @param event the event's name, if it could be read
  record Unreadable(String reason, @Nullable String event) implements EventReading {}
}
