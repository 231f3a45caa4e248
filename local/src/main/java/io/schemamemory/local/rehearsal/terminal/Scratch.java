package io.schemamemory.local.rehearsal.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder that goes when the rehearsal ends.
public final class Scratch {
  private Scratch() {}

  /// Deletes it; what another process still writes stays.
  public static void delete(Path folder) {
    try (var found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException stays) {
      System.err.println(folder + " could not be deleted");
    }
  }
}
