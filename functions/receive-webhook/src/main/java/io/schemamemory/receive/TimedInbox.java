package io.schemamemory.receive;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.data.Inbox;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.data.Receipt;
import io.schemamemory.data.TimeLimit;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receive.Step.State;
import io.schemamemory.receive.Step.State.Unfinished;
import java.util.concurrent.Executors;

/// The database's inbox, left alone when it takes too long.
final class TimedInbox implements AutoCloseable {
  private final DatabaseUrl url;
  private PooledConnection connection;

  TimedInbox(DatabaseUrl url) {
    this.url = url;
    this.connection = new PooledConnection(url);
  }

  /// Stores a payload. If this fails or is unfinished, it may be stored all the same, now or later.
  State<Receipt> receive(VerifiedPayload payload, TimeLimit limit) {
    PooledConnection used = connection;
    Step<Receipt> storing = Step.begin("inbox", () -> new Inbox(used).receive(payload, limit));
    State<Receipt> state = storing.at(limit);
    if (state instanceof Unfinished) {
      connection = new PooledConnection(url);
      // Not here: closing a TLS connection waits for whoever is writing to it.
      var _ = Step.begin("abandon", Executors.callable(used::abandon));
    }
    return state;
  }

  /// Closes the connection, if there is one; the next payload opens another.
  @Override
  public void close() {
    connection.close();
  }
}
