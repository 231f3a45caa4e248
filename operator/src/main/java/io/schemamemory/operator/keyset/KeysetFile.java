package io.schemamemory.operator.keyset;

import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.settings.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file that holds the wrapped keysets; `SEALING_KEYSET` is set to its content.
record KeysetFile(Path path) implements KeysetPlace {
  @Override
  public WrappedKeysets read() {
    try {
      return WrappedKeysets.parse(Files.readString(path));
    } catch (NoSuchFileException absent) {
      throw new KeysetException(
          path + " is missing: create it with bin/keyset " + path + " make", absent);
    } catch (IOException unreadable) {
      throw new KeysetException(path + " cannot be read: " + unreadable, unreadable);
    } catch (IllegalArgumentException malformed) {
      throw new KeysetException(path + " is malformed: restore " + WrappedKeysets.FORM, malformed);
    }
  }

  @Override
  public void refuseIfPresent() {
    if (Files.exists(path)) {
      throw new KeysetException(
          path
              + " exists, and values may be sealed with its keys: add a key to it, or make another"
              + " file");
    }
  }

  @Override
  public void write(WrappedKeysets keysets) {
    try {
      new PrivateFile(path).write(keysets.text() + "\n");
    } catch (UncheckedIOException unwritable) {
      throw new KeysetException(path + " cannot be written: " + unwritable.getCause(), unwritable);
    }
  }

  @Override
  public String written() {
    return "wrote " + path + ": keep every version, and give it to the functions";
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
