package io.schemamemory.bench.retention;

import io.schemamemory.bench.harness.Variant;

/// The two ways to remove a month.
enum RetentionVariant implements Variant {
  DROP("memory.drop_month, through PgBouncer"),
  DELETE("DELETE of its rows, then VACUUM");

  private final String what;

  RetentionVariant(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
