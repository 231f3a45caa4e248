package io.schemamemory.poll;

import io.micronaut.serde.annotation.Serdeable;

/// What a run did.
///
/// @param feeds read until there was nothing new
/// @param held feeds that another run is at
/// @param unfinished feeds whose walk goes on in the next run
/// @param failed feeds that were not read
/// @param pages read
/// @param entries new in the ledger
/// @param quarantined entries that could not be read, and had not been there
@Serdeable
public record Tally(
    int feeds, int held, int unfinished, int failed, int pages, int entries, int quarantined)
    implements Answer {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        feeds + other.feeds,
        held + other.held,
        unfinished + other.unfinished,
        failed + other.failed,
        pages + other.pages,
        entries + other.entries,
        quarantined + other.quarantined);
  }
}
