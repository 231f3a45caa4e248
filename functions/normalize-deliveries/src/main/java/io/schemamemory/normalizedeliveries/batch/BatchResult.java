package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import java.util.List;

/// How a claimed batch ended.
sealed interface BatchResult {
  /// What was claimed.
  List<Claim> claims();

  /// All of it is written.
  record Written(
      List<Claim> claims, List<NormalizationDecision> decisions, Counts<NormalizeCounter> counts)
      implements BatchResult {}

  /// None of it is.
  ///
  /// @param deliveries the same, for log lines
  record Failed(List<Claim> claims, List<LoggedDelivery> deliveries, RuntimeException cause)
      implements BatchResult {}
}
