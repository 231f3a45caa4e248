package io.schemamemory.bench;

/// The ways to forget a month.
enum Forgetting implements Contender {
  DROP("memory.drop_month, through PgBouncer"),
  DELETE("DELETE of its rows, then VACUUM");

  private final String what;

  Forgetting(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
