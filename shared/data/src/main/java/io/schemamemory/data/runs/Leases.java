package io.schemamemory.data.runs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/// Takes, renews and releases leases, by the database's clock, over the connection of one
/// transaction.
public final class Leases {
  private static final String TAKE =
      """
      insert into memory.lease as l (name, owner, until, fence)
      values (?, ?, clock_timestamp() + make_interval(secs => ?), 1)
      on conflict (name) do update
      set owner = excluded.owner, until = excluded.until, fence = l.fence + 1
      where l.until <= clock_timestamp()
      returning fence
      """;

  private static final String RENEW =
      """
      update memory.lease
      set until = greatest(until, clock_timestamp() + make_interval(secs => ?))
      where name = ? and fence = ?
      """;

  /// The lock lasts until the transaction ends, so the lease cannot be taken over while its holder
  /// writes.
  private static final String HOLD =
      "select from memory.lease where name = ? and fence = ? for share";

  private static final String RELEASE =
      "update memory.lease set until = clock_timestamp() where name = ? and fence = ?";

  private final Connection connection;

  public Leases(Connection connection) {
    this.connection = connection;
  }

  /// Takes a lease; empty if another holder has it.
  ///
  /// @param owner who takes it; only for people who look at the table
  public Optional<Lease> take(String name, String owner, Duration time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setString(1, name);
      statement.setString(2, owner);
      statement.setLong(3, time.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(new Lease(name, row.getLong(1))) : Optional.empty();
      }
    }
  }

  /// Extends a lease to this long from now; false if another holder has taken it.
  public boolean renew(Lease lease, Duration time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
      statement.setLong(1, time.toSeconds());
      statement.setString(2, lease.name());
      statement.setLong(3, lease.fence());
      return statement.executeUpdate() == 1;
    }
  }

  /// Whether the lease is still ours; if so, it stays ours until this transaction ends.
  public boolean hold(Lease lease) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
      statement.setString(1, lease.name());
      statement.setLong(2, lease.fence());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Gives a lease back, if it is still ours.
  public void release(Lease lease) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
      statement.setString(1, lease.name());
      statement.setLong(2, lease.fence());
      statement.executeUpdate();
    }
  }
}
