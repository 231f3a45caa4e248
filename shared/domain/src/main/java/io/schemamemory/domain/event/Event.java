package io.schemamemory.domain.event;

import java.util.List;

/// One event as read from a delivery's body.
///
/// @param known whether this version knows the event; an unknown one is kept and shown as such
/// @param actors everybody it names, for the people's table alone
public record Event(Envelope envelope, boolean known, Facts facts, List<Actor> actors) {}
