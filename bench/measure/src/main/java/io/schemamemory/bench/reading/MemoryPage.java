package io.schemamemory.bench.reading;

/// A page people read.
enum MemoryPage {
  NEWEST("the newest entries", "timeline_page()"),
  OLDER("entries of years ago", "timeline_page('2020-03-01Z', 7)"),
  FACET("entries of one table", "search('{\"table\": \"acme/shop/t7\"}')"),
  FACETS(
      "entries of one table and kind", "search('{\"table\": \"acme/shop/t7\", \"kind\": \"k7\"}')");

  /// The default page size.
  static final int ENTRIES = 50;

  private final String what;
  private final String call;

  MemoryPage(String what, String call) {
    this.what = what;
    this.call = call;
  }

  String what() {
    return what;
  }

  String call() {
    return call;
  }
}
