package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import java.util.List;

/// What to do with a claimed delivery; decided before anything is written.
sealed interface NormalizationDecision {
  /// Which delivery, for log lines.
  LoggedDelivery delivery();

  /// Write what it says to the memory.
  ///
  /// @param unreadable names of the fields that could not be read and are not needed
  record Write(IncomingSighting sighting, List<String> unreadable)
      implements NormalizationDecision {
    @Override
    public LoggedDelivery delivery() {
      return LoggedDelivery.of(sighting);
    }
  }

  /// Put it into quarantine: it cannot be read, or reading it killed the function.
  record Quarantine(QuarantinedDelivery quarantined, LoggedDelivery delivery)
      implements NormalizationDecision {}
}
