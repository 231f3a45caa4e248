package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.TimedStep.State.Unfinished;
import java.util.concurrent.Executors;

/// The database's inbox, given up when it takes too long.
final class TimedInbox implements AutoCloseable {
  /// What a socket's empty buffer takes whole, so that sending it never waits; most webhooks.
  private static final int SENT_AT_ONCE = 16 * 1024;

  private final DatabaseAddress address;
  private InboxConnection connection;

  TimedInbox(DatabaseAddress address) {
    this.address = address;
    this.connection = new InboxConnection(address);
  }

  /// Begins to find out where the database is, if that is due.
  void prepare() {
    address.prepare();
  }

  /// Stores a payload. If this fails or is unfinished, it may be stored all the same, now or later.
  State<Receipt> store(VerifiedPayload payload, TimeLimit limit) {
    return store(payload, limit, () -> {}, limit);
  }

  /// The same, with something to do meanwhile if it is slow.
  ///
  /// @param slow when to do it; an open connection that has not answered by then is replaced
  State<Receipt> store(
      VerifiedPayload payload, TimeLimit slow, Runnable whenSlow, TimeLimit limit) {
    if (payload.bytes().length <= SENT_AT_ONCE && connection.isOpen()) {
      State<Receipt> state = storeHere(payload, slow);
      if (connection.isOpen()) {
        return state;
      }
      // The connection was lost: retries once over a new one, if there is time.
      if (limit.isOver()) {
        return new Unfinished<>();
      }
    }
    return storeAside(payload, slow, whenSlow, limit);
  }

  /// On this thread, where nothing can block beyond the limit: a second thread would cost a warm
  /// webhook a fifth of its time.
  private State<Receipt> storeHere(VerifiedPayload payload, TimeLimit limit) {
    return TimedStep.here(() -> connection.receiveOnce(payload, limit)).at(limit);
  }

  /// On a thread of its own: opening a connection looks up a name, and a large body may fill the
  /// socket's buffer; neither can be limited.
  private State<Receipt> storeAside(
      VerifiedPayload payload, TimeLimit slow, Runnable whenSlow, TimeLimit limit) {
    InboxConnection used = connection;
    TimedStep<Receipt> step = TimedStep.begin("inbox", () -> used.receive(payload, limit));
    State<Receipt> state = step.at(slow.left().compareTo(limit.left()) < 0 ? slow : limit);
    if (state instanceof Unfinished) {
      whenSlow.run();
      state = step.at(limit);
    }
    if (state instanceof Unfinished) {
      connection = new InboxConnection(address);
      // Not here: closing a TLS connection waits for the thread that writes to it.
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
