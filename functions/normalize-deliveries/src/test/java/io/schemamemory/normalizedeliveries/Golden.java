package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The agreed texts that people read.
final class Golden {
  private Golden() {}

  /// Compares a text with its golden file; `-Dgolden=write` rewrites the file.
  static void assertGolden(String name, String text) {
    Path file =
        Samples.root().resolve("functions/normalize-deliveries/src/test/golden").resolve(name);
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
      }
      assertThat(text).isEqualTo(Files.readString(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "no golden " + name + ": write it with -Dgolden=write", missing);
    }
  }
}
