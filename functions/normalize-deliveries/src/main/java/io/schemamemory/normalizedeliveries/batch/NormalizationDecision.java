package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.memorywriter.sighting.IncomingSighting;
import java.util.List;

/// What becomes of a claimed delivery; decided before anything is written.
sealed interface NormalizationDecision {
  /// It tells something.
  ///
  /// @param passedOver the fields that could not be read and are not needed, by name
  record Tell(IncomingSighting told, List<String> passedOver) implements NormalizationDecision {}

  /// It cannot be read, or killed whoever tried.
  record GiveUp(QuarantinedDelivery quarantined) implements NormalizationDecision {}
}
