package io.schemamemory.local;

import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.settings.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A local run's keys, beside its database's passwords: values it has sealed can only be opened
/// with them.
record LocalSealing(String key, String keyset) {
  /// The existing keys, or new ones.
  static LocalSealing in(Path directory) {
    KeyFile key = new KeyFile(directory.resolve("sealing.key"));
    Path keyset = directory.resolve("keyset.json");
    key.makeIfAbsent();
    if (!Files.exists(keyset)) {
      new PrivateFile(keyset).write(WrappedKeysets.make(key).text() + "\n");
    }
    try {
      return new LocalSealing(
          key.path().toAbsolutePath().toUri().toString(), Files.readString(keyset).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(keyset + " cannot be read", unreadable);
    }
  }

  @Override
  public String toString() {
    return "LocalSealing";
  }
}
