package io.schemamemory.local.rehearsal.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A checkout's file of the parameters of `prod`, edited as a person would.
public record ParametersFile(Path checkout) {
  /// Sets lines such as `AlarmEmail: you@example.com`; one that is there already is replaced.
  public void set(String lines) {
    Path file = checkout.resolve("parameters/prod.yaml");
    try {
      Map<String, String> byName = new LinkedHashMap<>();
      for (String line : Files.readString(file).lines().toList()) {
        byName.put(name(line), line);
      }
      for (String line : lines.lines().toList()) {
        byName.put(name(line), line);
      }
      Files.writeString(file, String.join("\n", byName.values()) + "\n");
    } catch (IOException failure) {
      throw new UncheckedIOException("the parameters cannot be written", failure);
    }
  }

  /// A comment is its own name.
  private static String name(String line) {
    int colon = line.indexOf(':');
    return line.startsWith("#") || colon < 0 ? line : line.substring(0, colon);
  }
}
