package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A person's login that holds whatever it may hold, in a session left open.
class ReaderDelaysNothingIT extends NormalizerFixture {
  /// Keys that can be guessed from what the database shows: of deploy requests' paths, of
  /// workspaces and of names, as numbers that a program is likely to lock.
  private static final String GUESSES =
      """
      select pg_advisory_lock(hashtextextended(guess, 0)), pg_advisory_lock(hashtext(guess))
      from unnest(array[
        '1 acme/shop/42', 'acme/shop/42', '1', 'acme', 'acme/shop', 'memory', 'memory.path_lock',
        'memory.months', 'memory.months.drop', 'schema_memory.bootstrap']) as guess
      """;

  private static final List<String> STRENGTHS =
      List.of("update", "no key update", "share", "key share");

  private static final String RELATIONS =
      """
      select format('%I.%I', schemaname, relation) as name from (
        select schemaname, tablename from pg_tables union all
        select schemaname, viewname from pg_views) as r (schemaname, relation)
      where schemaname = 'memory' order by 1
      """;

  @Test
  void deliveries_are_normalized_while_a_reader_holds_all_it_may() throws SQLException {
    database.receive(Samples.payload("deploy_request.opened"));
    run();
    database.receive(life().subList(1, life().size()).toArray(byte[][]::new));
    try (Connection reader = reader();
        Statement session = reader.createStatement()) {
      reader.setAutoCommit(false);
      session.execute(GUESSES);
      for (String relation : lockable(reader)) {
        session.execute("lock table " + relation + " in access share mode");
      }
      session.execute("select count(*) from memory.timeline");

      assertThat(run()).isEqualTo(counts(life().size() - 1, 0, 0, 0));
      database.asOwner("select memory.make_month('audit_log_entry', '2030-01-01 00:00:00+00')");
    } finally {
      database.asOwner("drop table memory.audit_log_entry_203001");
    }
  }

  /// pg_locks shows the key of any advisory lock to everybody, a secret one too.
  @Test
  void writers_take_no_advisory_lock_at_all() {
    database.receive(Samples.payload("deploy_request.opened"));
    database.asOwner(
        """
        create function memory.look() returns trigger language plpgsql
        as $$ begin
          if exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()) then
            raise exception 'an advisory lock';
          end if;
          return new;
        end $$;
        grant execute on function memory.look() to normalize_deliveries;
        create trigger look after insert or update on memory.deploy_request
        for each row execute function memory.look()
        """);
    try {
      assertThat(run()).isEqualTo(counts(1, 0, 0, 0));
    } finally {
      database.asOwner("drop trigger look on memory.deploy_request; drop function memory.look()");
    }
  }

  @Test
  void a_reader_can_lock_no_row_and_no_table_against_writers() throws SQLException {
    try (Connection reader = reader();
        Statement session = reader.createStatement()) {
      for (Object relation :
          database.rows(RELATIONS).stream().map(row -> row.get("name")).toList()) {
        for (String strength : STRENGTHS) {
          assertThatThrownBy(
                  () -> session.execute("select 1 from " + relation + " for " + strength))
              .as("%s for %s", relation, strength)
              .hasMessageContaining("permission denied");
        }
        for (String mode : List.of("row share", "share", "row exclusive", "access exclusive")) {
          assertThatThrownBy(
                  () -> session.execute("begin; lock table " + relation + " in " + mode + " mode"))
              .as("%s %s", relation, mode)
              .hasMessageContaining("permission denied");
          session.execute("rollback");
        }
      }
    }
  }

  private static Connection reader() throws SQLException {
    return DriverManager.getConnection(database.url(Login.READER).reveal());
  }

  private static List<String> lockable(Connection reader) throws SQLException {
    try (Statement statement = reader.createStatement();
        var rows =
            statement.executeQuery(
                "select format('memory.%I', relname) from pg_class where relkind in ('r', 'p')"
                    + " and relnamespace = 'memory'::regnamespace"
                    + " and has_table_privilege(oid, 'select')")) {
      List<String> names = new java.util.ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      assertThat(names).hasSizeGreaterThan(5);
      return names;
    }
  }
}
