package io.schemamemory.normalize;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The texts people read, as they were last agreed on.
final class Golden {
  private Golden() {}

  static String read(String name) {
    Path file =
        Samples.root().resolve("functions/normalize-deliveries/src/test/golden").resolve(name);
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException("no golden " + name, missing);
    }
  }
}
