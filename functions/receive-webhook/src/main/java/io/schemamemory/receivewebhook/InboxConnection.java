package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseException;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.inbox.Inbox;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import org.jspecify.annotations.Nullable;

/// The connection to the inbox, wherever the database's URL leads by now.
///
/// For one thread at a time; only [#abandon] may be called from another.
final class InboxConnection {
  private final DatabaseAddress address;
  private volatile @Nullable Opened opened;
  private volatile boolean abandoned;

  private record Opened(DatabaseUrl url, PooledConnection connection) {}

  InboxConnection(DatabaseAddress address) {
    this.address = address;
  }

  /// Whether there is a connection that was not found lost, to where the URL leads.
  boolean isOpen() {
    Opened last = opened;
    return last != null && last.connection().isOpen() && address.isCurrent(last.url());
  }

  /// Stores a payload; a lost connection and a refused login are tried once more, the latter with
  /// what its secret says now.
  Receipt receive(VerifiedPayload payload, TimeLimit limit) {
    DatabaseUrl url = address.url(limit);
    try {
      return new Inbox(to(url)).receive(payload, limit);
    } catch (DatabaseException failure) {
      if (!SqlState.mayRefuseLogin(failure) || limit.isOver()) {
        throw failure;
      }
      DatabaseUrl other = address.insteadOf(url, limit).orElseThrow(() -> failure);
      return new Inbox(to(other)).receive(payload, limit);
    }
  }

  /// The same over the open connection, even if the URL has just changed, and without a second try.
  Receipt receiveOnce(VerifiedPayload payload, TimeLimit limit) {
    Opened last = opened;
    PooledConnection used = last == null ? to(address.url(limit)) : last.connection();
    return new Inbox(used).receiveOnce(payload, limit);
  }

  private PooledConnection to(DatabaseUrl url) {
    Opened last = opened;
    if (last != null && last.url() == url) {
      return last.connection();
    }
    close();
    PooledConnection made = new PooledConnection(url);
    opened = new Opened(url, made);
    if (abandoned) {
      made.abandon();
    }
    return made;
  }

  /// Aborts it, whatever another thread is doing with it; no other will be opened.
  void abandon() {
    abandoned = true;
    Opened last = opened;
    if (last != null) {
      last.connection().abandon();
    }
  }

  /// Closes the connection, if there is one.
  void close() {
    Opened last = opened;
    if (last != null) {
      last.connection().close();
    }
  }
}
