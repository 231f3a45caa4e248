package io.schemamemory.roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.names.DirectoryName;
import io.schemamemory.settings.MalformedValueException;
import io.schemamemory.settings.PrivateFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The URLs of a database's logins, kept in `database.json`, which only its owner may read.
///
/// Deployed functions read their URLs from this very document.
public final class Credentials {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final PrivateFile file;
  private final Map<String, String> urls;

  private Credentials(PrivateFile file, Map<String, String> urls) {
    this.file = file;
    this.urls = new TreeMap<>(urls);
  }

  /// The directory for one database's passwords.
  public static Path directory(Path home, DatabaseUrl database) {
    return home.resolve(DirectoryName.of(database));
  }

  /// Reads what an earlier run kept in a directory; empty if there was none.
  public static Credentials in(Path directory) {
    PrivateFile file = new PrivateFile(directory.resolve("database.json"));
    return new Credentials(file, read(file));
  }

  private static Map<String, String> read(PrivateFile file) {
    try {
      return JSON.readValue(
          file.read().orElse("{}"), new TypeReference<TreeMap<String, String>>() {});
    } catch (JsonProcessingException malformed) {
      throw new BootstrapException(
          file.path() + " is malformed: repair it, or delete it and rotate the passwords",
          malformed);
    }
  }

  /// The file they are kept in.
  public Path file() {
    return file.path();
  }

  /// The URL of a login that has one.
  public Optional<DatabaseUrl> url(Login login) {
    return Optional.ofNullable(urls.get(login.key())).map(url -> parsed(login, url));
  }

  private DatabaseUrl parsed(Login login, String url) {
    try {
      return DatabaseUrl.parse(url);
    } catch (MalformedValueException malformed) {
      throw new BootstrapException(
          "%s: the URL of %s is malformed: %s; correct it, or remove it and rotate the passwords"
              .formatted(file.path(), login.key(), malformed.getMessage()));
    }
  }

  /// All URLs by the logins' keys, passwords included.
  public Map<String, String> reveal() {
    return Map.copyOf(urls);
  }

  void put(Login login, DatabaseUrl url) {
    urls.put(login.key(), url.reveal());
  }

  /// What an interrupted run was about to keep.
  Optional<Credentials> prepared() {
    return file.next().exists()
        ? Optional.of(new Credentials(file, read(file.next())))
        : Optional.empty();
  }

  void prepare() {
    try {
      file.next().write(JSON.writeValueAsString(urls) + "\n");
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("a map of texts is JSON", never);
    }
  }

  void putInPlace() {
    file.next().moveTo(file);
  }

  void discardPrepared() {
    file.next().delete();
  }

  @Override
  public String toString() {
    return "Credentials" + urls.keySet();
  }
}
