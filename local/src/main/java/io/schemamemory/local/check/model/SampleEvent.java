package io.schemamemory.local.check.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A sample event of a function: its tests answer each of them.
///
/// @param file as it is called from the top of the checkout
public record SampleEvent(String file, String text) {
  /// Those of a function; none if it has no folder.
  public static Stream<SampleEvent> of(CheckedTemplate template, CheckedFunction function) {
    Path folder = template.root().resolve("events").resolve(function.folder());
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream().map(file -> read(template.root(), file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be listed", unreadable);
    }
  }

  /// Whether the scheduler sends it.
  public boolean isScheduled() {
    return text.contains("\"Scheduled Event\"");
  }

  private static SampleEvent read(Path root, Path file) {
    try {
      return new SampleEvent(root.relativize(file).toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
