package io.schemamemory.pollauditlog.answer;

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
public record PollCounts(
    int feeds, int held, int unfinished, int failed, int pages, int entries, int quarantined)
    implements PollAnswer {
  public static final PollCounts NONE = new PollCounts(0, 0, 0, 0, 0, 0, 0);

  public PollCounts plus(PollCounts other) {
    return new PollCounts(
        feeds + other.feeds,
        held + other.held,
        unfinished + other.unfinished,
        failed + other.failed,
        pages + other.pages,
        entries + other.entries,
        quarantined + other.quarantined);
  }
}
