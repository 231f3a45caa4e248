package io.schemamemory.pollauditlog.ledger;

import io.schemamemory.pollauditlog.ledger.EntryReading.Entry;
import java.util.List;
import java.util.stream.Stream;

/// What a write added to the database.
///
/// @param entries new in the ledger
/// @param quarantined entries that had not been in quarantine
/// @param late which of the entries came late
public record LedgerWrite(List<Entry> entries, int quarantined, LateEntries late) {
  static final LedgerWrite NOTHING = new LedgerWrite(List.of(), 0, LateEntries.NONE);

  public LedgerWrite {
    entries = List.copyOf(entries);
  }

  LedgerWrite plus(LedgerWrite other) {
    return new LedgerWrite(
        Stream.concat(entries.stream(), other.entries.stream()).toList(),
        quarantined + other.quarantined,
        late.plus(other.late));
  }
}
