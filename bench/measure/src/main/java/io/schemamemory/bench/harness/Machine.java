package io.schemamemory.bench.harness;

import io.schemamemory.testkit.PgBouncer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The machine and the versions that a run used.
public record Machine(int cores, String system, String jdk, String postgres, String pooler) {

  public static Machine of(BenchDatabase database) {
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
      throw new UncheckedIOException("PgBouncer --version failed", failure);
    }
  }

  @Override
  public String toString() {
    return "%d cores, %s, JDK %s, PostgreSQL %s, %s"
        .formatted(cores, system, jdk, postgres, pooler);
  }
}
