package io.schemamemory.local;

import java.util.function.Consumer;

/// All that a run reports, as lines in one place.
final class AllLines {
  private AllLines() {}

  static Reports to(Consumer<String> lines) {
    return new Reports(lines, event -> lines.accept(event.line()));
  }
}
