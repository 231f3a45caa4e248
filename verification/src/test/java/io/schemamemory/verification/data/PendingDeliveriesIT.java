package io.schemamemory.verification.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.inbox.Claim;
import io.schemamemory.data.inbox.Delivery;
import io.schemamemory.data.inbox.PendingDeliveries;
import io.schemamemory.roles.Login;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PendingDeliveriesIT extends ConnectedFixture {
  private static final Duration HOLD = Duration.ofSeconds(90);

  private PendingDeliveries pending;

  PendingDeliveriesIT() {
    super(Login.NORMALIZE_DELIVERIES);
  }

  @BeforeEach
  void begin() {
    pending = new PendingDeliveries(connection);
  }

  @Test
  void claiming_counts_an_attempt() throws SQLException {
    receive(2);

    assertThat(pending.claimFresh(10, HOLD)).extracting(Claim::attempts).containsExactly(1, 1);
    lapse();
    assertThat(pending.claimTried(HOLD)).extracting(Claim::attempts).containsExactly(2);

    assertThat(database.rows("select attempts::int as n from memory.pending order by n"))
        .containsExactly(Map.of("n", 1), Map.of("n", 2));
  }

  @Test
  void a_claimed_delivery_cannot_be_claimed_by_another_until_it_expires() throws SQLException {
    receive(1);
    pending.claimFresh(10, HOLD);

    assertThat(pending.claimFresh(10, HOLD)).isEmpty();
    assertThat(pending.claimTried(HOLD)).isEmpty();
    assertThat(
            database.rows(
                """
                select from memory.pending
                where not_before between clock_timestamp() + interval '60 s'
                  and clock_timestamp() + interval '90 s'
                """))
        .hasSize(1);

    lapse();
    assertThat(pending.claimTried(HOLD)).hasSize(1);
  }

  @Test
  void the_oldest_fresh_ones_are_claimed_first() throws SQLException {
    List<Long> ids = receive(3);

    assertThat(ids(pending.claimFresh(2, HOLD))).isEqualTo(ids.subList(0, 2));
    assertThat(ids(pending.claimFresh(2, HOLD))).isEqualTo(ids.subList(2, 3));
  }

  @Test
  void tried_ones_are_claimed_one_at_a_time_and_never_as_fresh() throws SQLException {
    List<Long> ids = receive(3);
    pending.claimFresh(10, HOLD);
    lapse();

    assertThat(pending.claimFresh(10, HOLD)).isEmpty();
    for (Long id : ids) {
      assertThat(ids(pending.claimTried(HOLD))).containsExactly(id);
    }
    assertThat(pending.claimTried(HOLD)).isEmpty();
  }

  @Test
  void a_worker_whose_claim_lapsed_holds_nothing() throws SQLException {
    List<Long> ids = receive(2);
    List<Claim> slow = pending.claimFresh(10, HOLD);
    lapse();
    List<Claim> next = pending.claimTried(HOLD);

    assertThat(pending.hold(slow)).containsExactly(ids.get(1));
    assertThat(pending.hold(next)).containsExactly(ids.get(0));

    pending.done(List.of(ids.get(0)));
    assertThat(pending.hold(next)).isEmpty();
  }

  @Test
  void claimed_deliveries_are_read_in_their_order_of_arrival() throws Exception {
    List<Long> ids = receive(3);
    List<Claim> claims = pending.claimFresh(10, HOLD);

    List<Delivery> deliveries = pending.read(claims.reversed());

    assertThat(deliveries).extracting(Delivery::id).isEqualTo(ids);
    assertThat(deliveries).extracting(Delivery::source).containsOnly("default");
    assertThat(deliveries.get(2).body()).contains(body(2));
    assertThat(deliveries.get(2).digest()).isEqualTo(sha256(body(2)));
    assertThat(deliveries.get(2).claim()).isIn(claims);
  }

  @Test
  void a_delivery_whose_month_was_dropped_is_read_without_its_body() throws SQLException {
    List<Long> ids = receive(1);
    List<Claim> claims = pending.claimFresh(10, HOLD);
    Object month = value("select distinct tableoid::regclass::text from memory.delivery_body");
    database.asOwner("drop table " + month);
    try {
      List<Delivery> deliveries = pending.read(claims);

      assertThat(deliveries).extracting(Delivery::id).isEqualTo(ids);
      assertThat(deliveries.getFirst().body()).isEmpty();
    } finally {
      database.asOwner("select memory.ensure_month('delivery_body', now())");
    }
  }

  @Test
  void a_normalized_delivery_leaves_the_inbox_and_updates_its_secret_s_last_use()
      throws SQLException {
    List<Long> ids = receive(3);
    database.asOwner(
        "update memory.delivery set received_at = received_at - interval '1 hour' where id = "
            + ids.get(1));

    pending.done(List.of(ids.get(0)));
    pending.done(List.of(ids.get(1)));

    assertThat(database.rows("select delivery_id as id from memory.pending"))
        .containsExactly(Map.of("id", ids.get(2)));
    assertThat(
            database.rows(
                """
                select from memory.secret_use u
                join memory.delivery d using (source_id, secret_fingerprint)
                where u.last_matched_at = d.received_at and d.id = %d
                """
                    .formatted(ids.get(0))))
        .hasSize(1);
  }

  /// Expires every claim.
  private static void lapse() {
    database.asOwner("update memory.pending set not_before = clock_timestamp() - interval '1 s'");
  }

  private static List<Long> receive(int count) {
    database.receive(IntStream.range(0, count).mapToObj(i -> body(i)).toArray(byte[][]::new));
    return database.rows("select delivery_id from memory.pending order by 1").stream()
        .map(row -> (Long) row.get("delivery_id"))
        .toList();
  }

  private static byte[] body(int i) {
    return ("body " + i).getBytes(UTF_8);
  }

  private static List<Long> ids(List<Claim> claims) {
    return claims.stream().map(Claim::deliveryId).sorted().toList();
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static @Nullable Object value(String query) {
    return database.rows(query).getFirst().values().iterator().next();
  }
}
