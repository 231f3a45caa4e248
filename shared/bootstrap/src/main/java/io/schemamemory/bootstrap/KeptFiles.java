package io.schemamemory.bootstrap;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What a directory keeps of a database's logins: written beside first, put in place once the
/// server has it.
///
/// So `database.json` holds URLs that enter, wherever a run is interrupted.
record KeptFiles(Credentials credentials, PoolerLines poolerLines) {
  static KeptFiles in(Path directory) {
    return new KeptFiles(Credentials.in(directory), PoolerLines.in(directory));
  }

  /// The URLs come last, here and below: while they are prepared, a run has not ended.
  void prepare(Consumer<Step> done) {
    poolerLines.prepare();
    done.accept(Step.LINES_PREPARED);
    credentials.prepare();
    done.accept(Step.PREPARED);
  }

  void putInPlace(Consumer<Step> done) {
    poolerLines.putInPlace();
    done.accept(Step.LINES_IN_PLACE);
    credentials.putInPlace();
  }

  void discardPrepared() {
    poolerLines.discardPrepared();
    credentials.discardPrepared();
  }
}
