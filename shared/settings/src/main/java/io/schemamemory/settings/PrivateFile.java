package io.schemamemory.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A file that only its owner can ever read, replaced atomically.
public record PrivateFile(Path path) {
  /// The file beside it with the next content, which takes its place once the server has accepted
  /// it.
  public PrivateFile next() {
    return beside(".next");
  }

  public boolean exists() {
    return Files.exists(path);
  }

  public Optional<String> read() {
    try {
      return exists() ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read: " + unreadable, unreadable);
    }
  }

  /// Replaces its content; a missing directory is created.
  public void write(String text) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      // Of a name nobody has: a file that is called like this one and ".new" may be somebody's.
      PrivateFile fresh = new PrivateFile(Files.createTempFile(folder, ".", ".new", ownerOnly()));
      // Synced before the rename, so that a crash cannot leave an empty file.
      try {
        Files.writeString(fresh.path(), text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        fresh.moveTo(this);
      } finally {
        fresh.delete();
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(path + " cannot be written: " + unwritable, unwritable);
    }
  }

  /// Replaces another file with this one; does nothing if this file does not exist.
  public void moveTo(PrivateFile other) {
    try {
      if (exists()) {
        Files.move(
            path,
            other.path(),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(
          other.path() + " cannot be written: " + unwritable, unwritable);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      throw new UncheckedIOException(path + " cannot be deleted: " + stays, stays);
    }
  }

  private PrivateFile beside(String ending) {
    return new PrivateFile(path.resolveSibling(path.getFileName() + ending));
  }

  private static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  }
}
