package io.schemamemory.local;

import java.util.function.Consumer;

/// Collects all lines that a run reports.
final class AllLines {
  private AllLines() {}

  static Reports to(Consumer<String> lines) {
    return new Reports(lines, event -> lines.accept(event.line()));
  }
}
