package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.settings.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/// A file only its owner may read.
record FileStore(Path file) implements Store {
  @Override
  public Document read() {
    try {
      return Files.exists(file)
          ? DocumentJson.read(Files.readString(file), file.toString())
          : Document.NONE;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  @Override
  public Document change(UnaryOperator<Document> change) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        Document before = read();
        Document after = change.apply(before);
        if (!after.equals(before)) {
          new PrivateFile(file).write(DocumentJson.write(after));
        }
        return after;
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written", unwritable);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
