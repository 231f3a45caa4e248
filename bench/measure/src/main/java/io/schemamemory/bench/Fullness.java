package io.schemamemory.bench;

/// How much a memory holds already when more is normalized into it.
enum Fullness implements Contender {
  EMPTY("nothing"),
  FULL("the observations of years, each with its sighting and a facet");

  private final String what;

  Fullness(String what) {
    this.what = what;
  }

  String what() {
    return what;
  }
}
