package io.schemamemory.migrateschema;

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

/// A database that is used on from release to release: at each, rows are put in.
final class LongUse {
  private final EmptyDatabase database = EmptyDatabase.bootstrapped();
  private final Queue<String> ahead = new ArrayDeque<>(released());

  /// The numbers of all released migrations, such as `V001`.
  static List<String> released() {
    return lines(Samples.root().resolve("migrations/index.txt")).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  /// A copy of it as it is at a release, to which it is used on; not one that it is past.
  LivedIn upTo(String version) {
    while (!ahead.isEmpty() && ahead.element().compareTo(version) <= 0) {
      use(ahead.remove());
    }
    return new LivedIn(database.copy());
  }

  private void use(String version) {
    Flyway.configure()
        .configuration(Migrations.over(database.migrator().reveal()).getConfiguration())
        .target(version.substring(1))
        .load()
        .migrate();
    Path file =
        Samples.root()
            .resolve("functions/migrate-schema/src/test/resources/rows/" + version + ".sql");
    if (Files.exists(file)) {
      Rows.execute(database.administrator(), LivedIn.OWNER + String.join("\n", lines(file)));
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
