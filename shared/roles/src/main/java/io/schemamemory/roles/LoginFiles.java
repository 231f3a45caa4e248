package io.schemamemory.roles;

import java.nio.file.Path;
import java.util.function.Consumer;

/// A database's login files: written beside the current ones first, put in place once the server
/// has the passwords.
///
/// So the URLs in `database.json` work, wherever a run is interrupted.
record LoginFiles(Credentials credentials, PoolerLines poolerLines) {
  static LoginFiles in(Path directory) {
    return new LoginFiles(Credentials.in(directory), PoolerLines.in(directory));
  }

  /// The URLs come last, here and below: while they are prepared, a run is not complete.
  void prepare(Consumer<BootstrapStep> done) {
    poolerLines.prepare();
    done.accept(BootstrapStep.LINES_PREPARED);
    credentials.prepare();
    done.accept(BootstrapStep.PREPARED);
  }

  void putInPlace(Consumer<BootstrapStep> done) {
    poolerLines.putInPlace();
    done.accept(BootstrapStep.LINES_IN_PLACE);
    credentials.putInPlace();
  }

  void discardPrepared() {
    poolerLines.discardPrepared();
    credentials.discardPrepared();
  }
}
