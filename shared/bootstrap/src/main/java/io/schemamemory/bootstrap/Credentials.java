package io.schemamemory.bootstrap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.schemamemory.data.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The URLs of a database's logins, kept in `database.json`, which only its owner may read.
///
/// The file is the very document the deployed functions read their URLs from.
public final class Credentials {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final Map<String, String> urls;

  private Credentials(Path file, Map<String, String> urls) {
    this.file = file;
    this.urls = new TreeMap<>(urls);
  }

  /// Reads what an earlier run left in a directory; nothing, if there was none.
  public static Credentials in(Path directory) {
    Path file = directory.resolve("database.json");
    try {
      return new Credentials(
          file,
          Files.exists(file)
              ? JSON.readValue(file.toFile(), new TypeReference<Map<String, String>>() {})
              : Map.of());
    } catch (IOException unreadable) {
      throw new BootstrapException(
          file + " cannot be read: mend it, or delete it and rotate the passwords", unreadable);
    }
  }

  /// Where they are kept.
  public Path file() {
    return file;
  }

  /// The URL of a login that has one.
  public Optional<DatabaseUrl> url(Login login) {
    return Optional.ofNullable(urls.get(login.key())).map(DatabaseUrl::parse);
  }

  /// All URLs by the logins' keys, passwords included.
  public Map<String, String> reveal() {
    return Map.copyOf(urls);
  }

  void put(Login login, DatabaseUrl url) {
    urls.put(login.key(), url.reveal());
  }

  void save() {
    try {
      writePrivately(file, JSON.writeValueAsString(urls) + "\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written: " + unwritable, unwritable);
    }
  }

  /// Writes a file nobody else can read, at no moment.
  public static void writePrivately(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, ownerOnly());
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }

  @Override
  public String toString() {
    return "Credentials" + urls.keySet();
  }
}
