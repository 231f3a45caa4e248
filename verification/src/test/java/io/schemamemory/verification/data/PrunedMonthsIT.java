package io.schemamemory.verification.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.BatchSize;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PrunedMonthsIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @Test
  void the_plan_for_reading_bodies_uses_only_their_months() throws SQLException {
    database.receive("{}".getBytes(UTF_8));

    assertThat(plan()).contains(month()).doesNotContain(monthAfter());
  }

  private static String plan() throws SQLException {
    try (Connection connection =
            PooledConnection.connect(database.url(Login.NORMALIZE_DELIVERIES));
        PreparedStatement explain =
            connection.prepareStatement("explain " + PendingDeliveries.READ)) {
      List<Claim> claims =
          new PendingDeliveries(connection).claimFresh(BatchSize.ROWS, Duration.ofSeconds(90));
      new PendingDeliveries(connection).bind(explain, claims);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static String month() {
    return monthIn(0);
  }

  private static String monthAfter() {
    return monthIn(1);
  }

  private static String monthIn(int months) {
    return String.valueOf(
        database
            .rows(
                "select 'delivery_body_' || to_char(now() at time zone 'UTC' + make_interval(months => "
                    + months
                    + "), 'YYYYMM') as month")
            .getFirst()
            .get("month"));
  }
}
