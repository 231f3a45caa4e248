package io.schemamemory.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The lines a PgBouncer of your own needs in its `auth_file`, kept in `userlist.txt`.
///
/// They hold SCRAM verifiers, not passwords, and the very ones the server has: PgBouncer can log in
/// to the server with a verifier only if both are the same.
public final class PoolerLines {
  private final Path file;
  private final Map<String, String> lines;

  private PoolerLines(Path file, Map<String, String> lines) {
    this.file = file;
    this.lines = new TreeMap<>(lines);
  }

  static PoolerLines in(Path directory) {
    Path file = directory.resolve("userlist.txt");
    try {
      Map<String, String> lines =
          Files.exists(file)
              ? Files.readAllLines(file).stream()
                  .filter(line -> line.startsWith("\""))
                  .collect(Collectors.toMap(line -> line.split("\"", 3)[1], line -> line))
              : Map.of();
      return new PoolerLines(file, lines);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  /// Where they are kept.
  public Path file() {
    return file;
  }

  void put(String user, String verifier) {
    lines.put(user, "\"" + user.replace("\"", "\"\"") + "\" \"" + verifier + "\"");
  }

  void save() {
    try {
      Credentials.writePrivately(file, String.join("\n", lines.values()) + "\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written: " + unwritable, unwritable);
    }
  }
}
