package io.schemamemory.bench.retention;

import io.schemamemory.bench.harness.BenchDatabase;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Dropping;
import io.schemamemory.roles.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;

/// An expired month of bodies, filled before every turn.
record ExpiredMonth(BenchDatabase database, int rows) {
  private static final String TABLE = "delivery_body";
  private static final YearMonth MONTH = YearMonth.of(2020, 1);

  private static final String DELETE =
      """
      delete from memory.delivery_body
      where received_at >= '2020-01-01 00:00:00+00' and received_at < '2020-02-01 00:00:00+00'
      """;

  /// Fills the month and removes it; only the removal is timed.
  double millis(RetentionVariant way) {
    try (Connection owner = database.owner()) {
      fill(owner);
      return switch (way) {
        case DROP -> drop();
        case DELETE -> delete(owner);
      };
    } catch (SQLException failure) {
      throw new IllegalStateException("a month could not be filled and removed", failure);
    }
  }

  /// About one delivery a second, of 320 bytes that do not compress.
  private void fill(Connection owner) throws SQLException {
    run(
        owner,
        """
          select memory.make_month('delivery_body', '2020-01-01 00:00:00+00');
          -- Otherwise an autovacuum could run during a turn.
          alter table memory.delivery_body_202001 set (autovacuum_enabled = false);
          insert into memory.delivery_body (delivery_id, received_at, body)
          select i, timestamptz '2020-01-01 00:00:00+00' + i %% 2678400 * interval '1 second',
            decode(repeat(md5(i::text), 20), 'hex')
          from generate_series(1, %d) as i

        """
            .formatted(rows));
  }

  private double drop() throws SQLException {
    try (Connection retention =
        PooledConnection.connect(database.credentials().url(Login.APPLY_RETENTION).orElseThrow())) {
      long began = System.nanoTime();
      Dropping dropping = new Months(retention).drop(TABLE, MONTH);
      double millis = (System.nanoTime() - began) / 1e6;
      if (dropping != Dropping.DROPPED) {
        throw new IllegalStateException("the month was not dropped: " + dropping);
      }
      return millis;
    }
  }

  private static double delete(Connection owner) throws SQLException {
    long began = System.nanoTime();
    run(owner, DELETE);
    run(owner, "vacuum memory.delivery_body_202001");
    double millis = (System.nanoTime() - began) / 1e6;
    run(owner, "drop table memory.delivery_body_202001");
    return millis;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
