package io.schemamemory.planetscale;

import io.schemamemory.domain.event.Event;

/// What [EventReader] made of a body.
public sealed interface Reading {
  /// The body tells an event.
  record Read(Event event) implements Reading {}

  /// The body cannot be read; the reason repeats nothing of it but names of fields.
  record Unreadable(String reason) implements Reading {}
}
