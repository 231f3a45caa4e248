package io.schemamemory.pollauditlog.answer;

import io.micronaut.serde.annotation.Serdeable;

/// What replaying quarantined entries has done.
///
/// @param read entries that have left quarantine for the ledger and the memory
/// @param known entries that have left it, for the ledger has them or has forgotten their month
/// @param unreadable entries that stay there, with one attempt more
/// @param shut entries that stay as they are: their sealed copies do not open
/// @param last the last entry looked at: with `"after":last` the same command goes on
/// @param finished whether there is none after it
@Serdeable
public record EntriesReplayed(
    long read, long known, long unreadable, long shut, long last, boolean finished)
    implements PollAnswer {}
