package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.Variant;

/// The ways to store a webhook, all through the same PgBouncer.
enum WarmVariant implements Variant {
  INSERT("pgbench: a plain insert of the body, by the table's owner"),
  RECEIVE("pgbench: memory.receive, by the receiver's login"),
  DRIVER("bare pgjdbc: memory.receive, by the receiver's login"),
  HANDLER("functions/receive-webhook, each webhook new"),
  AGAIN("functions/receive-webhook, the same webhook again");

  private final String what;

  WarmVariant(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
