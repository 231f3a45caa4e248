package io.schemamemory.migrateschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The schema as it was last agreed on: `migrations/golden.txt`.
final class GoldenSchema {
  private static final Path FILE = Samples.root().resolve("migrations/golden.txt");

  private GoldenSchema() {}

  /// Agrees on a listing anew where `-Dgolden=write` says so.
  static void agreeOn(String listing) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, listing);
    }
  }

  /// Holds a listing against the agreed one.
  static void assertGolden(String listing) {
    try {
      assertThat(listing)
          .as("migrations/golden.txt; if the change is meant, write it with -Dgolden=write")
          .isEqualTo(Files.readString(FILE));
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "no migrations/golden.txt: write it with -Dgolden=write", missing);
    }
  }
}
