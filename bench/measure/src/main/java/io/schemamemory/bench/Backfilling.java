package io.schemamemory.bench;

/// How a long audit log comes into the ledger and the memory.
enum Backfilling implements Contender {
  FLOOR("the same pages parsed, the same rows inserted"),
  POLLER("functions/poll-audit-log as built");

  private final String what;

  Backfilling(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
