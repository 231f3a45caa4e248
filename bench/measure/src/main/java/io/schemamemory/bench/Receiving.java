package io.schemamemory.bench;

/// The ways to keep a webhook, all through the same PgBouncer.
enum Receiving implements Contender {
  INSERT("pgbench: a plain insert of the body, by the table's owner"),
  RECEIVE("pgbench: memory.receive, by the receiver's login"),
  DRIVER("bare pgjdbc: memory.receive, by the receiver's login"),
  HANDLER("functions/receive-webhook, each webhook new"),
  AGAIN("functions/receive-webhook, the same webhook again");

  private final String what;

  Receiving(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
