package io.schemamemory.receivewebhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.data.connection.Tls;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.settings.SettingException;
import io.schemamemory.testkit.FixedTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// When the secret with the database's URL is read, and what serves meanwhile.
class DatabaseAddressTest {
  private static final String ID = "schema-memory/database/receive_webhook";
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(50);

  private volatile Instant now = FixedTime.NOW;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final AtomicInteger reads = new AtomicInteger();
  private final List<String> stale = new ArrayList<>();
  private volatile String held = url("one");
  private final DatabaseAddress address =
      new DatabaseAddress(new DatabaseSource.InSecret(ID, Tls.OFF), this::read, clock, stale::add);

  @Test
  void it_is_read_once_however_many_ask() {
    DatabaseUrl first = address.url(TimeLimit.in(LONG));
    address.prepare();

    assertThat(address.url(TimeLimit.in(LONG))).isSameAs(first);
    assertThat(first.user()).isEqualTo("one");
    assertThat(reads).hasValue(1);
  }

  @Test
  void a_copy_serves_while_a_newer_one_is_read_and_then_that_does() {
    DatabaseUrl first = address.url(TimeLimit.in(LONG));
    held = url("two");
    pass(DatabaseAddress.FRESH);

    address.prepare();

    assertThat(address.url(TimeLimit.in(LONG)).user()).isIn("one", "two");
    untilOtherThan(first);
    assertThat(address.url(TimeLimit.in(LONG)).user()).isEqualTo("two");
    assertThat(address.isCurrent(first)).isFalse();
  }

  @Test
  void the_same_text_is_the_same_url_so_that_a_connection_stays() {
    DatabaseUrl first = address.url(TimeLimit.in(LONG));
    pass(DatabaseAddress.CERTAIN);

    assertThat(address.insteadOf(first, TimeLimit.in(LONG))).isEmpty();
    assertThat(reads).hasValue(2);
    assertThat(address.isCurrent(first)).isTrue();
  }

  @Test
  void a_refused_login_has_it_read_again_but_not_what_was_read_just_now() {
    DatabaseUrl first = address.url(TimeLimit.in(LONG));
    held = url("two");

    assertThat(address.insteadOf(first, TimeLimit.in(LONG))).isEmpty();
    pass(DatabaseAddress.CERTAIN);

    assertThat(address.insteadOf(first, TimeLimit.in(LONG)).orElseThrow().user()).isEqualTo("two");
  }

  @Test
  void a_copy_serves_on_and_it_is_said_when_it_cannot_be_read_again() {
    DatabaseUrl first = address.url(TimeLimit.in(LONG));
    held = "hunter2";
    pass(DatabaseAddress.CERTAIN);

    assertThat(address.insteadOf(first, TimeLimit.in(LONG))).isEmpty();

    assertThat(address.url(TimeLimit.in(LONG))).isSameAs(first);
    assertThat(stale)
        .singleElement()
        .asString()
        .startsWith("the last database URL serves on: the secret " + ID + " is malformed")
        .doesNotContain("hunter2");
  }

  @Test
  void without_a_copy_the_failure_is_the_caller_s_and_the_next_one_reads_again() {
    held = "hunter2";
    assertThatThrownBy(() -> address.url(TimeLimit.in(LONG))).isInstanceOf(SettingException.class);
    held = url("one");

    assertThat(address.url(TimeLimit.in(LONG)).user()).isEqualTo("one");
    assertThat(stale).isEmpty();
  }

  @Test
  void a_reading_frozen_with_the_process_is_not_waited_for() {
    CountDownLatch end = new CountDownLatch(1);
    DatabaseAddress thawed =
        new DatabaseAddress(
            new DatabaseSource.InSecret(ID, Tls.OFF),
            (_, _) -> {
              if (reads.incrementAndGet() == 1) {
                await(end);
              }
              return url("one");
            },
            clock,
            stale::add);
    thawed.prepare();
    while (reads.get() == 0) {
      Thread.onSpinWait();
    }
    pass(Budget.DATABASE_SECRET);

    assertThat(thawed.url(TimeLimit.in(LONG)).user()).isEqualTo("one");
    end.countDown();
  }

  @Test
  void nobody_waits_longer_than_the_limit() {
    CountDownLatch end = new CountDownLatch(1);
    DatabaseAddress hanging =
        new DatabaseAddress(
            new DatabaseSource.InSecret(ID, Tls.OFF),
            (_, _) -> {
              await(end);
              return url("one");
            },
            clock,
            stale::add);
    try {
      assertThatThrownBy(() -> hanging.url(TimeLimit.in(SHORT)))
          .isInstanceOf(SecretException.class)
          .hasMessage("the secret " + ID + " was not read in time");
    } finally {
      end.countDown();
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private String read(String id, Duration within) {
    assertThat(id).isEqualTo(ID);
    assertThat(within).isEqualTo(Budget.DATABASE_SECRET);
    reads.incrementAndGet();
    return held;
  }

  private static String url(String user) {
    return "jdbc:postgresql://localhost/memory?password=hunter2&user=" + user;
  }

  private void untilOtherThan(DatabaseUrl former) {
    long end = System.nanoTime() + LONG.toNanos();
    while (address.url(TimeLimit.in(LONG)) == former && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      var _ = end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
