package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.input.Utf8;
import io.schemamemory.settings.PrivateFile;
import io.schemamemory.webhook.secrets.SecretsDocumentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file only its owner may read.
record FileStore(Path file) implements Store {
  @Override
  public WebhookSecrets read() {
    try {
      return Files.exists(file)
          ? StoredText.read(Utf8.decode(Files.readAllBytes(file), file.toString()), file.toString())
          : WebhookSecrets.NONE;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }

  @Override
  public WebhookSecrets change(SecretsChange change) {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        WebhookSecrets before = read();
        WebhookSecrets after = change.apply(before);
        if (!after.equals(before)) {
          new PrivateFile(file).write(SecretsDocumentWriter.write(after));
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
