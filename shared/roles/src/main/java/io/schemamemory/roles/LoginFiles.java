package io.schemamemory.roles;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What a directory keeps of a database's logins: written beside first, put in place once the
/// server has it.
///
/// So `database.json` holds URLs that enter, wherever a run is interrupted.
record LoginFiles(Credentials credentials, PoolerLines poolerLines) {
  static LoginFiles in(Path directory) {
    return new LoginFiles(Credentials.in(directory), PoolerLines.in(directory));
  }

  /// The URLs come last, here and below: while they are prepared, a run has not ended.
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
