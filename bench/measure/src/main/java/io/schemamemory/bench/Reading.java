package io.schemamemory.bench;

/// Who reads a page of the memory.
enum Reading implements Contender {
  OWNER("the owner, past row-level security, naming the workspace"),
  READER("the reader's login, under row-level security");

  private final String what;

  Reading(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
