package io.schemamemory.pollauditlog.pages;

/// How many entries to request at a time: half as many while the reply is too long, and all again once
/// the entries that made it so are passed.
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
    size = suspected == 0 ? usual : Math.min(size, suspected);
  }
}
