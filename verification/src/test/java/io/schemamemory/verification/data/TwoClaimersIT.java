package io.schemamemory.verification.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoClaimersIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final Duration HOLD = Duration.ofSeconds(90);

  @BeforeEach
  void startEmpty() {
    database.empty();
  }

  @Test
  void a_claimer_skips_what_another_is_claiming_without_waiting() throws SQLException {
    receive(4);
    try (Connection one = open();
        Connection other = open()) {
      one.setAutoCommit(false);

      List<Claim> claimed = new PendingDeliveries(one).claimFresh(2, HOLD);
      List<Claim> rest = new PendingDeliveries(other).claimFresh(10, HOLD);
      one.commit();

      assertThat(claimed).hasSize(2);
      assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(claimed);
    }
  }

  @Test
  void deliveries_of_a_claimer_that_died_are_free_again() throws SQLException {
    receive(1);
    try (Connection one = open();
        Connection other = open()) {
      one.setAutoCommit(false);
      new PendingDeliveries(one).claimFresh(1, HOLD);
      one.rollback();

      assertThat(new PendingDeliveries(other).claimFresh(1, HOLD))
          .extracting(Claim::attempts)
          .containsExactly(1);
    }
  }

  @Test
  void two_claimers_at_once_share_no_delivery_and_leave_none() throws Exception {
    receive(300);
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<List<Claim>> claimer =
        () -> {
          try (Connection connection = open()) {
            together.await();
            return claimAll(new PendingDeliveries(connection));
          }
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<List<Claim>>> claims = threads.invokeAll(List.of(claimer, claimer));
      assertThat(
              Stream.concat(claims.getFirst().get().stream(), claims.getLast().get().stream())
                  .map(Claim::deliveryId))
          .doesNotHaveDuplicates()
          .hasSize(300);
    }
  }

  private static List<Claim> claimAll(PendingDeliveries pending) throws SQLException {
    List<Claim> all = new ArrayList<>();
    List<Claim> some = pending.claimFresh(3, HOLD);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = pending.claimFresh(3, HOLD);
    }
    return all;
  }

  private static Connection open() throws SQLException {
    return PooledConnection.connect(database.url(Login.NORMALIZE_DELIVERIES));
  }

  private static void receive(int count) {
    database.receive(
        IntStream.range(0, count)
            .mapToObj(i -> ("body " + i).getBytes(UTF_8))
            .toArray(byte[][]::new));
  }
}
