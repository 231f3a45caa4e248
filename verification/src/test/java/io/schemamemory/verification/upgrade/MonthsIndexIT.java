package io.schemamemory.verification.upgrade;

import static io.schemamemory.verification.upgrade.V999__index_bodies_by_size.DEFINITION;
import static io.schemamemory.verification.upgrade.V999__index_bodies_by_size.SUFFIX;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.testkit.EmptyDatabase;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests [V999__index_bodies_by_size] as an example of every index on a table with months.
class MonthsIndexIT {
  private static final String INDEX = "delivery_body_" + SUFFIX;

  private final EmptyDatabase database = EmptyDatabase.bootstrapped();
  private final Session owner = Session.asOwner(database.administrator());
  private final Session holder = Session.asOwner(database.administrator());

  @BeforeEach
  void stop_before_the_index_with_bodies_in_five_months() {
    Migrations.migrate(database.migrator().reveal());
    owner.run(
        """
        select memory.ensure_month('delivery_body', now() - make_interval(months => ago))
        from generate_series(1, 2) as ago
        """);
    owner.run(
        """
        insert into memory.delivery_body (delivery_id, received_at, body)
        select n, now() - make_interval(months => n % 3), repeat('x', 1000)::bytea
        from generate_series(1, 3000) as n
        """);
  }

  @AfterEach
  void hang_up() throws SQLException {
    owner.close();
    holder.close();
  }

  @Test
  void every_month_has_the_index_and_so_has_every_month_made_later() {
    migrate();
    owner.run("select memory.ensure_month('delivery_body', now() - interval '8 months')");

    assertIndexed(6);
  }

  @Test
  void no_writer_waits_a_second_although_another_session_holds_the_table() {
    try (DeliveryWriter writer = DeliveryWriter.start(database.administrator())) {
      writer.awaitMore(1);
      holder.run("begin; insert into memory.delivery_body values (0, now(), 'open')");
      CompletableFuture<Void> migration = runAsync(this::migrate, Thread::startVirtualThread);
      owner.await(
          """
          exists (
            select from pg_locks
            where relation = 'memory.delivery_body'::regclass and mode = 'ShareLock' and not granted)
          """);

      writer.awaitMore(100);
      holder.run("commit");
      migration.join();
      writer.awaitMore(1);
    }

    assertIndexed(5);
  }

  @Test
  void a_run_that_failed_halfway_is_finished_by_the_next() throws SQLException {
    String first = month(2);
    String second = month(1);
    holder.run("begin; lock table memory." + second + " in row exclusive mode");
    CompletableFuture<Void> migration = runAsync(this::migrate, Thread::startVirtualThread);
    owner.await(invalid(second));
    cancel();

    assertThatThrownBy(migration::join)
        .isInstanceOf(CompletionException.class)
        .satisfies(failure -> assertThat(SqlState.of(failure)).isEqualTo("57014"));
    owner.await(invalid(second));
    String kept = owner.ask("select ('memory." + first + "_" + SUFFIX + "')::regclass::oid");

    holder.run("rollback");
    migrate();

    assertIndexed(5);
    assertThat(owner.ask("select ('memory." + first + "_" + SUFFIX + "')::regclass::oid"))
        .as("what was done is not done again")
        .isEqualTo(kept);
  }

  @Test
  void a_month_made_meanwhile_has_the_index_too() {
    holder.run("begin; lock table memory." + month(1) + " in row exclusive mode");
    CompletableFuture<Void> migration = runAsync(this::migrate, Thread::startVirtualThread);
    owner.await(invalid(month(1)));

    assertThat(
            owner.ask("select memory.ensure_month('delivery_body', now() - interval '8 months')"))
        .isEqualTo("made");
    holder.run("commit");
    migration.join();

    assertIndexed(6);
  }

  @Test
  void the_index_gets_valid_although_the_month_that_lacked_it_was_dropped() {
    owner.run("create index " + INDEX + " on only memory.delivery_body " + DEFINITION);
    for (int ago = -2; ago < 2; ago++) {
      String index = month(ago) + "_" + SUFFIX;
      owner.run("create index " + index + " on memory." + month(ago) + " " + DEFINITION);
      owner.run("alter index memory." + INDEX + " attach partition memory." + index);
    }
    owner.run("drop table memory." + month(2));
    assertThat(
            owner.ask(
                "select indisvalid from pg_index where indexrelid = 'memory."
                    + INDEX
                    + "'::regclass"))
        .isEqualTo("f");

    migrate();

    assertIndexed(4);
  }

  private void migrate() {
    Migrations.migrate(
        Flyway.configure()
            .configuration(Migrations.over(database.migrator().reveal()).getConfiguration())
            .javaMigrations(new V999__index_bodies_by_size())
            .load());
  }

  private String month(int ago) {
    return String.valueOf(
        owner.ask(
            "select 'delivery_body_' || to_char(date_trunc('month', now() at time zone 'UTC')"
                + " - make_interval(months => "
                + ago
                + "), 'YYYYMM')"));
  }

  private static String invalid(String month) {
    return "exists (select from pg_index where not indisvalid and indexrelid = to_regclass('memory."
        + month
        + "_"
        + SUFFIX
        + "'))";
  }

  private void cancel() throws SQLException {
    // A login may cancel what it runs itself.
    try (Session migrator = Session.as(database.migrator())) {
      migrator.await(
          """
          (select bool_or(pg_cancel_backend(pid)) from pg_stat_activity
          where datname = current_database() and query like 'create index concurrently%')
          """);
    }
  }

  private void assertIndexed(int months) {
    assertThat(
            owner.ask(
                """
                select count(*) filter (where x.indisvalid)
                  || ' of ' || count(*)
                  || case when bool_and(p.indisvalid) then ' and its own' else '' end
                from pg_inherits i
                join pg_index p on p.indexrelid = to_regclass('memory.%s')
                left join pg_inherits a on a.inhparent = p.indexrelid
                  and exists (select from pg_index y where y.indexrelid = a.inhrelid and y.indrelid = i.inhrelid)
                left join pg_index x on x.indexrelid = a.inhrelid
                where i.inhparent = 'memory.delivery_body'::regclass
                """
                    .formatted(INDEX)))
        .isEqualTo("%d of %d and its own", months, months);
  }
}
