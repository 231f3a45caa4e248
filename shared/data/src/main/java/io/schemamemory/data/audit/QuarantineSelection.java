package io.schemamemory.data.audit;

import java.util.List;

/// Which quarantined audit entries are to be read again.
public sealed interface QuarantineSelection {
  /// All of them.
  record Everything() implements QuarantineSelection {}

  /// Those that rest for a reason, word for word.
  record OfReason(String reason) implements QuarantineSelection {}

  /// Those with these ids in quarantine.
  record Entries(List<Long> ids) implements QuarantineSelection {
    public Entries {
      ids = List.copyOf(ids);
    }
  }
}
