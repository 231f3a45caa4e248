package io.schemamemory.applyretention;

import static io.schemamemory.data.months.Months.Dropping.DROPPED;
import static io.schemamemory.data.months.Months.Dropping.HELD;
import static io.schemamemory.data.months.Months.Dropping.LOCKED;
import static io.schemamemory.data.months.Months.Making.MADE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthInUseIT extends RetentionFixture {
  private static final String THIS_MONTH =
      ALL + " where received_at >= timestamptz '2026-01-01 00:00:00+00'";
  private static final String OLD_MONTH = "select count(*) from memory.delivery_body_202001";

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final LinkedBlockingQueue<Integer> inserted = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    stopped.set(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, THIS_MONTH, OLD_MONTH})
  void a_drop_behind_a_reader_answers_locked_and_no_insert_fails(String query) throws Exception {
    make("2020-01", thisMonth().toString());
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        Connection reader = reader(query)) {
      Future<Integer> inserts = threads.submit(this::insert);
      try {
        for (int tries = 0; tries < 5; tries++) {
          assertThat(drop("2020-01")).isEqualTo(LOCKED);
          // One before and one after the try, at least.
          awaitInsert();
          awaitInsert();
        }
        reader.rollback();
        assertThat(drop("2020-01")).isEqualTo(DROPPED);
      } finally {
        stopped.set(true);
      }
      assertThat(inserts.get()).isGreaterThanOrEqualTo(10);
    }
    assertThat(months()).containsExactly(thisMonth().toString());
  }

  @Test
  void a_month_is_made_while_another_s_drop_is_retried() throws Exception {
    make("2020-01");
    try (ExecutorService threads = Executors.newSingleThreadExecutor();
        Connection reader = reader(ALL)) {
      AtomicInteger tries = new AtomicInteger();
      LinkedBlockingQueue<Integer> tried = new LinkedBlockingQueue<>();
      Future<?> dropping =
          threads.submit(
              () -> {
                while (!stopped.get()) {
                  assertThat(drop("2020-01")).isEqualTo(LOCKED);
                  tried.add(tries.incrementAndGet());
                }
                return tries;
              });
      for (String month : premade()) {
        assertThat(tried.poll(30, TimeUnit.SECONDS)).isNotNull();
        assertThat(premake(TABLE, YearMonth.parse(month))).isEqualTo(MADE);
      }
      stopped.set(true);
      dropping.get();
      reader.rollback();
    }
    assertThat(months()).containsAll(premade()).hasSize(5);
  }

  @Test
  void a_run_drops_a_month_once_its_reader_has_finished() throws Exception {
    make("2020-01", "2020-02");
    AtomicInteger pauses = new AtomicInteger();
    try (Connection reader = reader(ALL)) {
      RehearsedPause.rehearse(
          () -> {
            if (pauses.incrementAndGet() == 3) {
              rollback(reader);
            }
          });

      assertThat(run()).isEqualTo(counts(4, 2, 0, 0, 0));
    }
    assertThat(pauses).hasValue(3);
  }

  @Test
  void a_month_in_use_for_the_whole_run_is_left_for_the_next() throws Exception {
    make("2020-01");
    // Due for an hour.
    database.asOwner(
        "update memory.retention_policy"
            + " set keep = now() - timestamptz '2020-02-01 00:00:00+00' - interval '1 hour'");
    try (Connection reader = reader(ALL)) {
      assertThat(run()).isEqualTo(counts(4, 0, 0, 1, 0));
      assertThat(invocation.log())
          .contains("left a month in use table=delivery_body month=2020-01 overdue=false");
      reader.rollback();
    }

    assertThat(run()).isEqualTo(counts(0, 1, 0, 0, 0));
  }

  @Test
  void a_month_in_use_for_a_week_fails_the_run() throws Exception {
    make("2020-01");
    try (Connection reader = reader(ALL)) {
      assertThatThrownBy(this::run).hasMessageStartingWith("1 months could not be made or dropped");
      reader.rollback();
    }
    assertThat(months()).startsWith("2020-01").containsAll(premade());
  }

  @Test
  void a_drop_does_not_overtake_a_hold_being_inserted() throws Exception {
    make("2020-01");
    try (Connection holder = reader("select 1");
        Statement statement = holder.createStatement()) {
      statement.execute(
          "insert into memory.legal_hold (table_name, first_month, reason)"
              + " values ('delivery_body', '2019-01-01', 'a lawsuit')");
      assertThat(drop("2020-01")).isEqualTo(LOCKED);

      holder.commit();
      assertThat(drop("2020-01")).isEqualTo(HELD);
    }
  }

  /// Receives until it is closed, with the receiver's own limits: no lock may take half a second.
  private int insert() {
    int count = 0;
    while (!stopped.get()) {
      database.receive(("{\"number\":" + count + "}").getBytes(UTF_8));
      inserted.add(++count);
    }
    return count;
  }

  private void awaitInsert() throws InterruptedException {
    assertThat(inserted.poll(30, TimeUnit.SECONDS)).isNotNull();
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
