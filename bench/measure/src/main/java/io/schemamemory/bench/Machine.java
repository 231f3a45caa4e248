package io.schemamemory.bench;

import io.schemamemory.testkit.PgBouncer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What a run ran on, as asked of it at the time.
record Machine(int cores, String system, String jdk, String postgres, String pooler) {

  static Machine of(MigratedDatabase database) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.version().toString(),
        database.serverVersion(),
        poolerVersion());
  }

  private static String poolerVersion() {
    try {
      Process process =
          new ProcessBuilder(PgBouncer.find().orElseThrow().toString(), "--version").start();
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return Objects.requireNonNullElse(lines.readLine(), "PgBouncer");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("PgBouncer does not tell its version", failure);
    }
  }

  @Override
  public String toString() {
    return "%d cores, %s, JDK %s, PostgreSQL %s, %s"
        .formatted(cores, system, jdk, postgres, pooler);
  }
}
