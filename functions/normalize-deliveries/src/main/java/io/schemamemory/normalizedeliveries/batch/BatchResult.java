package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.job.Counts;
import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import java.util.List;

/// How a claimed batch ended.
sealed interface BatchResult {
  /// What it did.
  Counts<NormalizeCounter> counts();

  /// All of it is written.
  record Written(List<NormalizationDecision> decisions, Counts<NormalizeCounter> counts)
      implements BatchResult {}

  /// None of it is; each of its deliveries is tried again alone.
  record Failed(int deliveries, RuntimeException cause) implements BatchResult {
    @Override
    public Counts<NormalizeCounter> counts() {
      return Counts.of(NormalizeCounter.FAILED, deliveries);
    }
  }
}
