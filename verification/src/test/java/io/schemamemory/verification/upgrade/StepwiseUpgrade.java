package io.schemamemory.verification.upgrade;

import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.flywaydb.core.Flyway;

/// Migrates a database step by step and inserts rows after each migration.
final class StepwiseUpgrade {
  private final EmptyDatabase database = EmptyDatabase.bootstrapped();
  private final Queue<String> ahead = new ArrayDeque<>(versions());

  /// The numbers of all migrations, such as `V001`.
  static List<String> versions() {
    return lines(Samples.root().resolve("migrations/index.txt")).stream()
        .filter(line -> !line.startsWith("-- "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  /// Migrates up to a version and copies the database; a later call needs a later version.
  DatabaseInUse upTo(String version) {
    while (!ahead.isEmpty() && ahead.element().compareTo(version) <= 0) {
      use(ahead.remove());
    }
    return new DatabaseInUse(database.copy());
  }

  private void use(String version) {
    Flyway.configure()
        .configuration(Migrations.over(database.migrator().reveal()).getConfiguration())
        .target(version.substring(1))
        .load()
        .migrate();
    Path file = Samples.root().resolve("verification/src/test/resources/rows/" + version + ".sql");
    if (Files.exists(file)) {
      Rows.execute(database.administrator(), DatabaseInUse.OWNER + String.join("\n", lines(file)));
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}
