package io.schemamemory.applyretention;

import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.months.Months;
import io.schemamemory.data.months.Months.Dropping;
import io.schemamemory.data.months.Months.Making;
import io.schemamemory.job.Counts;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The real function over a database of its own; before each test only the table of runs has
/// months.
@ExtendWith(SystemStubsExtension.class)
abstract class RetentionFixture {
  static final String TABLE = "delivery_body";
  static final String ALL = "select count(*) from memory.delivery_body";

  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @SystemStub final EnvironmentVariables environment = new EnvironmentVariables();

  final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startWithoutAMonth() {
    database.empty();
    database.asOwner(
        """
        do $$
        declare
          month record;
        begin
          for month in select name from memory.month_of('delivery_body') loop
            execute 'drop table ' || month.name;
          end loop;
        end
        $$;
        delete from memory.legal_hold;
        delete from memory.retention_policy where table_name not in ('delivery_body', 'run');
        update memory.retention_policy set keep = '13 months';
        select memory.premake_month('run', (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date)
        from generate_series(0, 3) as ahead
        """);
    RehearsedPause.rehearse(() -> {});
    environment.set("DATABASE_URL", database.url(Login.APPLY_RETENTION).reveal());
  }

  Counts<RetentionCounter> run() {
    return applied(Map.of());
  }

  /// A run that an event asks for.
  Counts<RetentionCounter> applied(Map<String, Object> event) {
    return counted(new ApplyRetention().handleRequest(event, invocation));
  }

  /// A run's counts: the function answers a plan, too, and so declares neither.
  @SuppressWarnings("unchecked")
  static Counts<RetentionCounter> counted(Object answer) {
    return (Counts<RetentionCounter>) answer;
  }

  /// The counts of a run, in the order of the counters.
  static Counts<RetentionCounter> counts(
      long made, long dropped, long held, long left, long failed) {
    return Counts.of(RetentionCounter.MADE, made)
        .plus(RetentionCounter.DROPPED, dropped)
        .plus(RetentionCounter.HELD, held)
        .plus(RetentionCounter.LEFT, left)
        .plus(RetentionCounter.FAILED, failed);
  }

  static void make(String... months) {
    for (String month : months) {
      database.asOwner("select memory.make_month('delivery_body', '" + month + "-01 00:00:00+00')");
    }
  }

  static void hold(String first, @Nullable String last) {
    String until = last == null ? "null" : "'" + last + "-01'";
    database.asOwner(
        "insert into memory.legal_hold (table_name, first_month, last_month, reason) values"
            + " ('delivery_body', '"
            + first
            + "-01', "
            + until
            + ", 'a lawsuit')");
  }

  /// The existing months, such as `2024-02`.
  static List<String> months() {
    return database
        .rows(
            "select to_char(starts at time zone 'UTC', 'YYYY-MM') as month"
                + " from memory.month_of('delivery_body')")
        .stream()
        .map(row -> String.valueOf(row.get("month")))
        .toList();
  }

  /// This month and those after it, as far as retention makes them.
  static List<String> premade() {
    return LongStream.rangeClosed(0, 3)
        .mapToObj(n -> thisMonth().plusMonths(n).toString())
        .toList();
  }

  static YearMonth thisMonth() {
    Object day =
        database
            .rows("select date_trunc('month', now() at time zone 'UTC')::date as day")
            .getFirst()
            .get("day");
    return YearMonth.from(((Date) Objects.requireNonNull(day)).toLocalDate());
  }

  /// Calls the database function as retention does, in a transaction of its own.
  static Making premake(String table, YearMonth month) throws SQLException {
    try (Connection connection = connection()) {
      return new Months(connection).premake(table, month);
    }
  }

  /// Calls the database function as retention does, in a transaction of its own.
  static Dropping drop(String table, YearMonth month) throws SQLException {
    try (Connection connection = connection()) {
      return new Months(connection).drop(table, month);
    }
  }

  static Dropping drop(String month) throws SQLException {
    return drop(TABLE, YearMonth.parse(month));
  }

  /// A session that has run a query in a transaction and leaves it open.
  static Connection reader(String query) throws SQLException {
    Connection reader = DriverManager.getConnection(database.administrator().reveal());
    reader.setAutoCommit(false);
    try (Statement statement = reader.createStatement()) {
      statement.execute("set role memory_owner");
      statement.execute(query);
    }
    return reader;
  }

  private static Connection connection() throws SQLException {
    return PooledConnection.connect(database.url(Login.APPLY_RETENTION));
  }
}
