package io.schemamemory.bench.backfill;

/// The poller's live heap a tenth into a log and at its end.
///
/// @param early the most of a batch's pages, in bytes
/// @param late likewise
record HeapGrowth(long early, long late) {
  /// Pages until what was read is written: the heap grows within these, and falls again.
  private static final int BATCH = 5;

  static final HeapGrowth NONE = new HeapGrowth(0, 0);

  /// Whether a page is one of the last five of the first tenth.
  static boolean isEarly(int page, int pages) {
    int tenth = Math.max(1, pages / 10);
    return page > tenth - BATCH && page <= tenth;
  }

  /// Whether a page is one of the last five.
  static boolean isLate(int page, int pages) {
    return page > pages - BATCH;
  }

  HeapGrowth withEarly(long bytes) {
    return new HeapGrowth(Math.max(early, bytes), late);
  }

  HeapGrowth withLate(long bytes) {
    return new HeapGrowth(early, Math.max(late, bytes));
  }

  /// Fails if the heap was not looked at.
  HeapGrowth required() {
    if (early == 0 || late == 0) {
      throw new IllegalStateException("the heap of the poller could not be looked at");
    }
    return this;
  }

  double ratio() {
    return (double) late / early;
  }
}
