package io.schemamemory.normalize;

import io.micronaut.serde.annotation.Serdeable;

/// What a run did.
///
/// @param normalized deliveries that became observations, the unknown ones included
/// @param unknown deliveries of events this version does not know
/// @param quarantined deliveries that could not be read
/// @param failed deliveries whose write failed; they are tried again one at a time
@Serdeable
public record Tally(int normalized, int unknown, int quarantined, int failed) implements Answer {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        normalized + other.normalized,
        unknown + other.unknown,
        quarantined + other.quarantined,
        failed + other.failed);
  }
}
