package io.schemamemory.verification.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.BatchSize;
import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.roles.Login;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However many deliveries are pending and however large they are, a batch fits into memory.
class ClaimedBytesIT extends ConnectedFixture {
  private static final Duration HOLD = Duration.ofSeconds(90);
  private static final int LARGEST = 4 * 1024 * 1024;

  private PendingDeliveries pending;

  ClaimedBytesIT() {
    super(Login.NORMALIZE_DELIVERIES);
  }

  @BeforeEach
  void begin() {
    pending = new PendingDeliveries(connection);
  }

  @Test
  void large_bodies_are_claimed_a_few_at_a_time_and_all_of_them() throws SQLException {
    for (int i = 0; i < 10; i++) {
      database.receive(body(i, LARGEST));
    }

    List<Integer> batches = new ArrayList<>();
    for (List<Claim> claims = fresh(); !claims.isEmpty(); claims = fresh()) {
      long bytes = bytes(claims);
      assertThat(bytes).isLessThanOrEqualTo(BatchSize.BYTES + LARGEST);
      batches.add(claims.size());
    }
    assertThat(batches).containsExactly(4, 4, 2);
  }

  @Test
  void one_body_larger_than_a_batch_is_claimed_alone() throws SQLException {
    database.receive(body(1, LARGEST), body(2, 10));
    database.asOwner(
        "update memory.delivery_body set body = repeat('x', %d)::bytea where octet_length(body) > 10"
            .formatted(BatchSize.BYTES + 1));

    assertThat(fresh()).hasSize(1);
    assertThat(fresh()).hasSize(1);
  }

  @Test
  void small_bodies_are_claimed_by_their_number() throws SQLException {
    for (int i = 0; i < 30; i++) {
      database.receive(body(i, 20_000));
    }

    assertThat(pending.claimFresh(25, HOLD)).hasSize(25);
  }

  @Test
  void refused_ones_are_bounded_too_and_come_in_the_order_of_their_refusals() throws SQLException {
    for (int i = 0; i < 6; i++) {
      database.receive(body(i, LARGEST));
    }
    List<Claim> claims = fresh();
    pending.giveBack(claims, Duration.ZERO);
    pending.giveBack(fresh(), Duration.ZERO);
    List<Claim> last = pending.claimRefused(1, HOLD);
    pending.giveBack(last, Duration.ZERO);

    List<Claim> refused = pending.claimRefused(BatchSize.ROWS, HOLD);

    assertThat(refused).hasSize(4).doesNotContainAnyElementsOf(last);
    assertThat(refused).extracting(Claim::attempts).containsOnly(1);
  }

  @Test
  void a_claim_is_given_back_with_its_attempt_and_waits_longer_each_time() throws SQLException {
    database.receive(body(1, 10));

    List<Claim> claims = fresh();
    pending.giveBack(claims, Duration.ofSeconds(30));
    pending.giveBack(claims, Duration.ofSeconds(30));

    assertThat(pending.hold(claims)).isEmpty();
    assertThat(pending.claimRefused(1, HOLD)).isEmpty();
    assertThat(waits()).isEqualTo("0 1 30");
    database.asOwner("update memory.pending set not_before = clock_timestamp()");
    pending.giveBack(pending.claimRefused(1, HOLD), Duration.ofSeconds(30));
    assertThat(waits()).isEqualTo("0 2 60");
  }

  private static String waits() {
    return String.valueOf(
        database
            .rows(
                """
                select attempts || ' ' || refusals || ' '
                  || round(extract(epoch from not_before - clock_timestamp()), -1) as text
                from memory.pending
                """)
            .getFirst()
            .get("text"));
  }

  private List<Claim> fresh() throws SQLException {
    return pending.claimFresh(BatchSize.ROWS, HOLD);
  }

  private long bytes(List<Claim> claims) throws SQLException {
    return pending.read(claims).stream()
        .map(Delivery::body)
        .mapToLong(body -> body.orElseThrow().length)
        .sum();
  }

  private static byte[] body(int number, int size) {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) 'x');
    body[0] = (byte) number;
    return body;
  }
}
