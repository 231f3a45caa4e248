package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Workers that die between their claim and their write, out of memory or at their timeout.
class DyingWorkerIT extends NormalizerFixture {
  private static final Duration HOLD = Duration.ofSeconds(90);

  @Test
  void a_delivery_that_kills_every_worker_is_quarantined_and_later_ones_are_normalized()
      throws SQLException {
    database.receive(Samples.payload("branch.ready"));
    long killer = die(1).deliveryId();
    database.receive(Samples.payload("deploy_request.opened"), Samples.payload("webhook.test"));

    assertThat(run()).isEqualTo(counts(2, 0, 0, 0));
    for (int attempt = 2; attempt <= 5; attempt++) {
      lapse();
      assertThat(die(attempt).deliveryId()).isEqualTo(killer);
      database.receive(("not json " + attempt).getBytes(UTF_8));
      assertThat(run()).isEqualTo(counts(0, 0, 1, 0));
    }
    lapse();

    assertThat(run()).isEqualTo(counts(0, 0, 1, 0));
    assertThat(
            database
                .rows(
                    "select reason, attempts::int from memory.quarantine where reference = "
                        + killer)
                .toString())
        .contains("did not end in 5 attempts")
        .contains("attempts=6");
    assertThat(rows("pending")).isEmpty();
    assertThat(rows("delivery_body")).hasSize(7);
  }

  /// Claims as a worker does, and never finishes.
  private static Claim die(int attempt) throws SQLException {
    try (Connection connection =
        PooledConnection.connect(database.url(Login.NORMALIZE_DELIVERIES))) {
      PendingDeliveries pending = new PendingDeliveries(connection);
      List<Claim> claims = attempt == 1 ? pending.claimFresh(1, HOLD) : pending.claimTried(HOLD);
      assertThat(claims).extracting(Claim::attempts).containsExactly(attempt);
      return claims.getFirst();
    }
  }

  private static void lapse() {
    database.asOwner("update memory.pending set not_before = clock_timestamp() - interval '1 s'");
  }
}
