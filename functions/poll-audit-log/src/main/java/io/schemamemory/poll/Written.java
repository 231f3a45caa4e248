package io.schemamemory.poll;

import io.schemamemory.poll.Reading.Entry;
import java.util.List;
import java.util.stream.Stream;

/// What a write added.
///
/// @param entries new in the ledger
/// @param quarantined entries that had not been in quarantine
record Written(List<Entry> entries, int quarantined) {
  static final Written NOTHING = new Written(List.of(), 0);

  Written {
    entries = List.copyOf(entries);
  }

  Written plus(Written other) {
    return new Written(
        Stream.concat(entries.stream(), other.entries.stream()).toList(),
        quarantined + other.quarantined);
  }
}
