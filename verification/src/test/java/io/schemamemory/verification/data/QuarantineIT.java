package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.DeliveryQuarantine;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.data.inbox.QuarantinedDelivery;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @Test
  void a_delivery_is_quarantined_once_with_the_latest_version_s_reason() throws SQLException {
    database.receive(Samples.payload("branch.ready"));
    try (Connection connection =
        PooledConnection.connect(database.url(Login.NORMALIZE_DELIVERIES))) {
      Claim claim =
          new PendingDeliveries(connection).claimFresh(1, Duration.ofSeconds(90)).getFirst();
      DeliveryQuarantine quarantine = new DeliveryQuarantine(connection);

      quarantine.add(List.of(new QuarantinedDelivery(claim, "first", "1.0", "branch.ready")));
      quarantine.add(List.of(new QuarantinedDelivery(claim, "second", "1.1", null)));

      assertThat(database.rows("select kind, reason, version from memory.quarantine"))
          .containsExactly(Map.of("kind", "delivery", "reason", "second", "version", "1.1"));
      quarantine.release(List.of(claim.deliveryId()));
      assertThat(database.rows("select from memory.quarantine")).isEmpty();
    }
  }
}
