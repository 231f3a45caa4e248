package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounts;
import java.util.List;

/// How a claimed batch ended.
sealed interface BatchEnd {
  /// What it did.
  NormalizeCounts tally();

  /// All of it is written.
  record Written(List<NormalizationDecision> verdicts, NormalizeCounts tally) implements BatchEnd {}

  /// None of it is; each of its deliveries is tried again alone.
  record Failed(int deliveries, Exception cause) implements BatchEnd {
    @Override
    public NormalizeCounts tally() {
      return new NormalizeCounts(0, 0, 0, deliveries);
    }
  }
}
