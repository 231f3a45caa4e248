package io.schemamemory.bench.reading;

import io.schemamemory.bench.harness.Variant;

/// Who reads a page of the memory.
enum ReadingVariant implements Variant {
  OWNER("the owner, past row-level security, naming the workspace"),
  READER("the reader's login, under row-level security");

  private final String what;

  ReadingVariant(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
