package io.schemamemory.roles;

import io.schemamemory.settings.PrivateFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The lines your own PgBouncer needs in its `auth_file`, kept in `userlist.txt`.
///
/// They contain SCRAM verifiers, not passwords, identical to the server's: PgBouncer can log in
/// with a verifier only if both are the same.
public final class PoolerLines {
  private final PrivateFile file;
  private final Map<String, String> lines;

  private PoolerLines(PrivateFile file, Map<String, String> lines) {
    this.file = file;
    this.lines = new TreeMap<>(lines);
  }

  static PoolerLines in(Path directory) {
    PrivateFile file = new PrivateFile(directory.resolve("userlist.txt"));
    return new PoolerLines(
        file,
        file.read()
            .orElse("")
            .lines()
            .filter(line -> line.startsWith("\""))
            .collect(Collectors.toMap(line -> line.split("\"", 3)[1], line -> line)));
  }

  /// The file they are kept in.
  public Path file() {
    return file.path();
  }

  void put(String user, String verifier) {
    lines.put(user, "\"" + user.replace("\"", "\"\"") + "\" \"" + verifier + "\"");
  }

  /// Removes a user's line.
  ///
  /// @return whether there was one
  boolean remove(String user) {
    return lines.remove(user) != null;
  }

  void prepare() {
    file.next().write(text());
  }

  void putInPlace() {
    file.next().moveTo(file);
  }

  void discardPrepared() {
    file.next().delete();
  }

  void save() {
    file.write(text());
  }

  private String text() {
    return String.join("\n", lines.values()) + "\n";
  }
}
