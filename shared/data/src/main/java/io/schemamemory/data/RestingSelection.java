package io.schemamemory.data;

import java.util.List;

/// Which quarantined audit entries are to be read again.
public sealed interface RestingSelection {
  /// All of them.
  record Everything() implements RestingSelection {}

  /// Those that rest for a reason, word for word.
  record OfReason(String reason) implements RestingSelection {}

  /// Those with these ids in quarantine.
  record Entries(List<Long> ids) implements RestingSelection {
    public Entries {
      ids = List.copyOf(ids);
    }
  }
}
