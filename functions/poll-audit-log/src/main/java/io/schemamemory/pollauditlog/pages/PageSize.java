package io.schemamemory.pollauditlog.pages;

/// How many entries to request at a time: half as many while the reply is too long, and twice as
/// many each time once the entries that made it so are passed. Large entries seldom come alone.
final class PageSize {
  private final int usual;
  private int size;

  /// How many entries from here on were too long together; 0 if none were.
  private int suspected;

  PageSize(int usual) {
    this.usual = usual;
    this.size = usual;
  }

  int size() {
    return size;
  }

  /// Halves it; false if it is one already.
  boolean shrink() {
    if (size == 1) {
      return false;
    }
    suspected = size;
    size /= 2;
    return true;
  }

  /// Takes note that entries were passed.
  void passed(int entries) {
    suspected = Math.max(0, suspected - entries);
    size = suspected == 0 ? Math.min(usual, size * 2) : Math.min(size, suspected);
  }
}
