package io.schemamemory.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A directory in the system's temporary folder, for files that are not needed after this JVM.
final class TemporaryDirectory {
  private TemporaryDirectory() {}

  static Path create(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary directory", failure);
    }
  }

  /// The same, deleted when the JVM ends.
  static Path untilExit(String prefix) {
    Path directory = create(prefix);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
    return directory;
  }

  /// Deletes it with all that is in it; what cannot be deleted stays.
  static void delete(Path directory) {
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException stays) {
      // Only the files and test passwords of a stopped server.
    }
  }
}
