package io.schemamemory.normalize;

import java.util.List;

/// How a claimed batch ended.
sealed interface BatchEnd {
  /// What it did.
  Tally tally();

  /// All of it is written.
  record Written(List<Verdict> verdicts, Tally tally) implements BatchEnd {}

  /// None of it is; each of its deliveries is tried again alone.
  record Failed(int deliveries, Exception cause) implements BatchEnd {
    @Override
    public Tally tally() {
      return new Tally(0, 0, 0, deliveries);
    }
  }
}
