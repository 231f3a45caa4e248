package io.schemamemory.local.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A `java` that is too old, as many machines have by default: no command may rest on it.
final class OldJava {
  private OldJava() {}

  /// Makes one in a folder for the PATH.
  static Path in(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : new String[] {"java", "javac"}) {
      Path program =
          Files.writeString(
              folder.resolve(name),
              "#!/bin/sh\necho 'this is an old Java: a command did not use bin/with-jdk25' >&2\nexit 1\n");
      if (!program.toFile().setExecutable(true)) {
        throw new IOException(program + " cannot be made executable");
      }
    }
    return folder;
  }
}
