package io.schemamemory.pollauditlog.replay;

import io.micronaut.serde.annotation.Serdeable;

/// What a replay of quarantined entries has done.
///
/// @param read entries that have left quarantine for the ledger and the memory
/// @param known entries that have left it because the ledger has them, or has dropped their month
/// @param unreadable entries that stay there, with one attempt more
/// @param undecryptable entries that stay unchanged: their sealed copies could not be decrypted
/// @param last the last entry looked at: with `"after":last` the same command continues
/// @param finished whether there is none after it
@Serdeable
public record EntriesReplayed(
    long read, long known, long unreadable, long undecryptable, long last, boolean finished) {}
