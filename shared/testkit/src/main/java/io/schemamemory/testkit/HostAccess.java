package io.schemamemory.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Who may connect to a server from this machine, and whether they need a password.
record HostAccess(Path file) {
  private static final String LINE = "host all all samehost %s\n";

  static HostAccess of(Path data) {
    return new HostAccess(data.resolve("pg_hba.conf"));
  }

  /// For the embedding library, which connects without a password; a server that is being made
  /// trusts it.
  void trustIfThere() throws IOException {
    if (Files.exists(file)) {
      Files.writeString(file, LINE.formatted("trust"));
    }
  }

  void requirePasswords() throws IOException {
    Files.writeString(file, LINE.formatted("scram-sha-256"));
  }
}
