package io.schemamemory.operator.keyset;

import io.schemamemory.roles.BootstrapException;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.settings.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file the wrapped keysets are kept in; its content is what `SEALING_KEYSET` is set to.
record KeysetFile(Path path) {
  WrappedKeysets read() {
    try {
      return WrappedKeysets.parse(Files.readString(path));
    } catch (NoSuchFileException absent) {
      throw new BootstrapException(
          path + " is missing: make it with bin/keyset " + path + " make", absent);
    } catch (IOException unreadable) {
      throw new BootstrapException(path + " cannot be read: " + unreadable, unreadable);
    } catch (IllegalArgumentException misshapen) {
      throw new BootstrapException(
          path + " is malformed: bring back " + WrappedKeysets.FORM, misshapen);
    }
  }

  void refuseIfThere() {
    if (Files.exists(path)) {
      throw new BootstrapException(
          path
              + " is there, and something may be sealed with its keys: add a key to it, or make"
              + " another file");
    }
  }

  void write(WrappedKeysets keysets) {
    try {
      new PrivateFile(path).write(keysets.text() + "\n");
    } catch (UncheckedIOException unwritable) {
      throw new BootstrapException(
          path + " cannot be written: " + unwritable.getCause(), unwritable);
    }
  }
}
