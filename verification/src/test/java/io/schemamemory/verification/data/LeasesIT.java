package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.runs.Lease;
import io.schemamemory.data.runs.Leases;
import io.schemamemory.roles.Login;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesIT extends ConnectedFixture {
  private static final Duration LONG = Duration.ofMinutes(2);

  private Leases leases;

  LeasesIT() {
    super(Login.POLL_AUDIT_LOG);
  }

  @BeforeEach
  void begin() {
    leases = new Leases(connection);
  }

  @Test
  void a_lease_is_held_until_it_is_released() throws SQLException {
    Lease first = leases.take("job", "one", LONG).orElseThrow();

    assertThat(leases.take("job", "two", LONG)).isEmpty();
    assertThat(leases.take("another job", "two", LONG)).isPresent();
    leases.release(first);

    assertThat(leases.take("job", "two", LONG)).isPresent();
  }

  @Test
  void a_former_holder_can_neither_renew_nor_release() throws SQLException {
    Lease former = leases.take("job", "one", LONG).orElseThrow();
    lapse();
    assertThat(leases.renew(former, LONG)).isTrue();
    lapse();
    Lease later = leases.take("job", "two", LONG).orElseThrow();

    assertThat(leases.hold(former)).isFalse();
    assertThat(leases.renew(former, LONG)).isFalse();
    leases.release(former);

    assertThat(later.fence()).isGreaterThan(former.fence());
    assertThat(leases.take("job", "three", LONG)).isEmpty();
    assertThat(leases.hold(later)).isTrue();
  }

  @Test
  void a_lease_cannot_be_taken_over_while_its_holder_writes() throws SQLException {
    Lease writing = leases.take("job", "one", LONG).orElseThrow();
    connection.setAutoCommit(false);
    assertThat(leases.hold(writing)).isTrue();

    try (Connection other = PooledConnection.connect(database.url(Login.POLL_AUDIT_LOG))) {
      other.setAutoCommit(false);
      other.createStatement().execute("set local lock_timeout = '100ms'");
      assertThatThrownBy(() -> new Leases(other).take("job", "two", LONG))
          .isInstanceOfSatisfying(
              SQLException.class, waited -> assertThat(waited.getSQLState()).isEqualTo("55P03"));
      other.rollback();
    }
    connection.rollback();
  }

  private static void lapse() {
    database.asOwner("update memory.lease set until = clock_timestamp() - interval '1 s'");
  }
}
