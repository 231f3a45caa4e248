package io.schemamemory.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The agreed schema: `migrations/golden.txt`.
final class GoldenSchema {
  private static final Path FILE = Samples.root().resolve("migrations/golden.txt");

  private GoldenSchema() {}

  /// Writes the listing to the file if `-Dgolden=write` is set.
  static void writeIfAsked(String listing) throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(FILE, listing);
    }
  }

  /// Compares a listing with the file.
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
