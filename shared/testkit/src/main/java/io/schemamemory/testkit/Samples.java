package io.schemamemory.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sample files in `events/`.
public final class Samples {
  /// The secret the sample invocations are signed with; no real webhook has it.
  public static final String SECRET =
      "5a4d91e07b3c4f2e8d6a0c1b9e7f3d5a2c4b6e8f0a1d3c5b7e9f1a3c5d7e9b0f";

  private Samples() {}

  /// The project's folder, found from wherever a test runs.
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no template.yaml above the working directory");
      }
    }
    return folder;
  }

  /// A sample payload's bytes, such as that of `branch.ready`.
  public static byte[] payload(String event) {
    return read("payloads/" + event + ".json");
  }

  /// The names of all sample payloads.
  public static List<String> payloads() {
    return files("payloads").stream().map(file -> file.replace(".json", "")).toList();
  }

  /// The names of the files in one folder of `events/`.
  public static List<String> files(String folder) {
    try (Stream<Path> files = Files.list(root().resolve("events").resolve(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("no samples in " + folder, failure);
    }
  }

  /// A file in `events/`.
  public static byte[] read(String file) {
    try {
      return Files.readAllBytes(root().resolve("events").resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("no sample " + file, failure);
    }
  }
}
