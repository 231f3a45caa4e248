package io.schemamemory.bench.backfill;

import io.schemamemory.bench.harness.Variant;

/// The two ways to write a long audit log to the ledger and the memory.
enum BackfillVariant implements Variant {
  FLOOR("the same pages parsed, the same rows inserted"),
  POLLER("functions/poll-audit-log as built");

  private final String what;

  BackfillVariant(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
