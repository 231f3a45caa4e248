package io.schemamemory.applyretention;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.data.months.Months;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Months are in UTC, whatever the zone of the JVM and of the session.
class MonthEdgesIT extends RetentionFixture {
  private static final List<String> ZONES =
      List.of("UTC", "America/Sao_Paulo", "Pacific/Auckland", "Asia/Kolkata");

  private static final List<Instant> EDGES =
      Stream.of(
              "2023-12-31T23:59:59.999Z",
              "2024-01-01T00:00:00Z",
              "2024-02-29T23:59:59.999999Z",
              "2024-03-01T00:00:00Z",
              "2025-02-28T23:59:59.999Z",
              // Kolkata's and Auckland's next day, São Paulo's day before.
              "2024-10-31T18:30:00Z",
              "2024-11-01T02:59:59.999Z",
              // The nights São Paulo's and Auckland's clocks were changed.
              "2018-02-18T02:00:00Z",
              "2018-11-04T03:00:00Z",
              "2024-04-06T14:00:00Z",
              "2024-09-28T14:00:00Z")
          .map(Instant::parse)
          .toList();

  private final TimeZone before = TimeZone.getDefault();

  static Stream<Arguments> zones() {
    return ZONES.stream().flatMap(jvm -> ZONES.stream().map(session -> Arguments.of(jvm, session)));
  }

  @BeforeEach
  void keepEverything() {
    database.asOwner("update memory.retention_policy set keep = '100 years'");
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void a_row_lies_in_the_month_of_its_time_in_utc(String jvm, String session) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(jvm));
    try (Connection owner = in(session, database.administrator())) {
      execute(owner, "set role memory_owner");
      for (Instant edge : EDGES) {
        YearMonth month = YearMonth.from(edge.atOffset(ZoneOffset.UTC));

        assertThat(write(owner, edge))
            .isEqualTo("memory.delivery_body_" + month.toString().replace("-", ""));
        assertThat(bounds(owner)).containsEntry(start(month), start(month.plusMonths(1)));
      }
      owner.rollback();
    }
  }

  @ParameterizedTest
  @MethodSource("zones")
  void the_month_that_is_dropped_is_the_month_that_was_meant(String jvm, String session)
      throws SQLException {
    make("2024-01", "2024-02", "2024-03");
    database.asOwner("update memory.retention_policy set keep = '1 month'");
    TimeZone.setDefault(TimeZone.getTimeZone(jvm));

    try (Connection retention = in(session, database.url(Login.APPLY_RETENTION))) {
      assertThat(new Months(retention).drop(TABLE, YearMonth.of(2024, 2)))
          .isEqualTo(Months.Dropping.DROPPED);
      retention.commit();
    }

    assertThat(months()).containsExactly("2024-01", "2024-03");
  }

  @ParameterizedTest
  @MethodSource("zones")
  void this_month_and_three_ahead_are_those_of_utc(String jvm, String session) throws SQLException {
    List<String> expected = premade();
    TimeZone.setDefault(TimeZone.getTimeZone(jvm));

    try (Connection retention = in(session, database.url(Login.APPLY_RETENTION))) {
      Months months = new Months(retention);
      for (RetentionStep.Premake premake :
          RetentionPlan.of(months.read(List.of(TABLE))).premakes()) {
        months.premake(premake.table(), premake.month());
      }
      retention.commit();
    }

    assertThat(months()).isEqualTo(expected);
  }

  /// The driver makes the JVM's zone the session's.
  @ParameterizedTest
  @FieldSource("ZONES")
  void a_writer_makes_a_missing_month(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));

    database.receive(Samples.payload("branch.ready"));

    assertThat(months()).containsExactly(thisMonth().toString());
    assertThat(database.rows("select body from memory.delivery_body")).hasSize(1);
  }

  private static Connection in(String zone, DatabaseUrl url) throws SQLException {
    Connection connection = PooledConnection.connect(url);
    connection.setAutoCommit(false);
    execute(connection, "set local timezone = '" + zone + "'");
    return connection;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Writes a row as writers do, and says where it lies.
  private static String write(Connection connection, Instant at) throws SQLException {
    OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
    try (PreparedStatement make =
            connection.prepareStatement("select memory.ensure_month('delivery_body', ?)");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into memory.delivery_body values (1, ?, '') returning tableoid::regclass::text")) {
      make.setObject(1, time);
      make.execute();
      insert.setObject(1, time);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static Map<Instant, Instant> bounds(Connection connection) throws SQLException {
    Map<Instant, Instant> bounds = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select starts, ends from memory.month_of('delivery_body')")) {
      while (rows.next()) {
        bounds.put(
            rows.getObject(1, OffsetDateTime.class).toInstant(),
            rows.getObject(2, OffsetDateTime.class).toInstant());
      }
    }
    return bounds;
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
