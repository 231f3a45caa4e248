package io.schemamemory.bench.receiver;

import io.schemamemory.bench.harness.Variant;
import io.schemamemory.local.runtime.Code;
import io.schemamemory.local.template.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A receiver to start cold: its declaration and its built code.
public record ColdVariant(String name, String what, Function function, Code code)
    implements Variant {

  /// The size of its jars together, in megabytes of a million bytes.
  double megabytes() {
    return code.classPath().stream().mapToLong(ColdVariant::bytes).sum() / 1e6;
  }

  private static long bytes(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException gone) {
      throw new UncheckedIOException(jar + " cannot be read", gone);
    }
  }
}
