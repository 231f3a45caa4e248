package io.schemamemory.data.audit;

import java.util.List;

/// Which quarantined audit entries to replay.
public sealed interface QuarantineSelection {
  /// All quarantined entries.
  record Everything() implements QuarantineSelection {}

  /// Those with exactly this reason.
  record OfReason(String reason) implements QuarantineSelection {}

  /// Those with these ids in `memory.quarantine`.
  record Entries(List<Long> ids) implements QuarantineSelection {
    public Entries {
      ids = List.copyOf(ids);
    }
  }
}
