package io.schemamemory.bench;

import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.template.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One way to write a function, with the code a build made of it.
record Variant(String name, String what, Function function, Code code) implements Contender {

  /// What would be deployed: the sum of its jars, in megabytes of a million bytes.
  double megabytes() {
    return code.classPath().stream().mapToLong(Variant::bytes).sum() / 1e6;
  }

  private static long bytes(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException gone) {
      throw new UncheckedIOException(jar + " cannot be read", gone);
    }
  }
}
