package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The texts people read, as they were last agreed on.
final class Golden {
  private Golden() {}

  /// Holds a text against its golden file; `-Dgolden=write` agrees on it anew.
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
