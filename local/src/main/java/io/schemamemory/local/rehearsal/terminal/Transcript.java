package io.schemamemory.local.rehearsal.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A line for each step, as it ends: how long the rehearsal has run, the step's word, what was
/// seen.
public final class Transcript {
  private final Instant began = Instant.now();
  private final List<String> lines = new ArrayList<>();
  private final Consumer<String> out;

  public Transcript(Consumer<String> out) {
    this.out = out;
  }

  public void step(String word, String seen) {
    String line = "%-8s  %s".formatted(word, seen);
    lines.add(line);
    double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
    out.accept(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
  }

  /// All lines without times, the same in every run.
  public String text() {
    return String.join("\n", lines) + "\n";
  }
}
