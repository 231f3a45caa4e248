package io.schemamemory.bench.backfill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Measures the live heap of a function's process with the JDK's `jcmd`.
final class LiveHeap {
  private LiveHeap() {}

  /// Bytes in use after a full collection, in the only function process that runs.
  static long bytes() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<ProcessHandle> running =
        ProcessHandle.current()
            .children()
            .filter(process -> process.info().command().filter(java::equals).isPresent())
            .toList();
    if (running.size() != 1) {
      throw new IllegalStateException(running.size() + " functions run; one should");
    }
    long pid = running.getFirst().pid();
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return total(lines.lines().toList());
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(jcmd + " did not run: a whole JDK is needed", missing);
    }
  }

  /// Reads the histogram's last line: `Total`, instances, bytes.
  static long total(List<String> histogram) {
    return histogram.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length == 3 && words[0].equals("Total"))
        .map(words -> Long.parseLong(words[2]))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "jcmd gave no histogram: " + String.join("; ", histogram)));
  }
}
