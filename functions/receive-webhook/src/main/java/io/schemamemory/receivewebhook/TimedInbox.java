package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.TimedStep.State.Done;
import io.schemamemory.receivewebhook.TimedStep.State.Failed;
import io.schemamemory.receivewebhook.TimedStep.State.Unfinished;
import java.util.Optional;
import java.util.concurrent.Executors;

/// The database's inbox, left alone when it takes too long.
final class TimedInbox implements AutoCloseable {
  /// What a socket's empty buffer takes whole, so that sending it waits for nobody; most webhooks.
  private static final int SENT_AT_ONCE = 16 * 1024;

  private final DatabaseUrl url;
  private PooledConnection connection;

  TimedInbox(DatabaseUrl url) {
    this.url = url;
    this.connection = new PooledConnection(url);
  }

  /// Stores a payload. If this fails or is unfinished, it may be stored all the same, now or later.
  State<Receipt> receive(VerifiedPayload payload, TimeLimit limit) {
    Optional<State<Receipt>> known =
        payload.bytes().length <= SENT_AT_ONCE ? receiveHere(payload, limit) : Optional.empty();
    return known.orElseGet(() -> receiveAside(payload, limit));
  }

  /// Over the connection there is, where nothing can hold up this thread beyond the limit: another
  /// one costs a warm webhook a fifth of its time.
  private Optional<State<Receipt>> receiveHere(VerifiedPayload payload, TimeLimit limit) {
    TimedStep<Optional<Receipt>> storing =
        TimedStep.here(() -> new Inbox(connection).receiveIfOpen(payload, limit));
    return switch (storing.at(limit)) {
      case Done<Optional<Receipt>> done when done.result().isPresent() || !limit.isOver() ->
          done.result().map(Done::new);
      case Failed<Optional<Receipt>> failed -> Optional.of(new Failed<>(failed.cause()));
      case Done<Optional<Receipt>> _, Unfinished<Optional<Receipt>> _ ->
          Optional.of(new Unfinished<>());
    };
  }

  /// Opening a connection looks up a name, and a large body may fill the socket's buffer: both wait
  /// as long as they like.
  private State<Receipt> receiveAside(VerifiedPayload payload, TimeLimit limit) {
    PooledConnection used = connection;
    TimedStep<Receipt> storing =
        TimedStep.begin("inbox", () -> new Inbox(used).receive(payload, limit));
    State<Receipt> state = storing.at(limit);
    if (state instanceof Unfinished) {
      connection = new PooledConnection(url);
      // Not here: closing a TLS connection waits for whoever is writing to it.
      var _ = TimedStep.begin("abandon", Executors.callable(used::abandon));
    }
    return state;
  }

  /// Closes the connection, if there is one; the next payload opens another.
  @Override
  public void close() {
    connection.close();
  }
}
