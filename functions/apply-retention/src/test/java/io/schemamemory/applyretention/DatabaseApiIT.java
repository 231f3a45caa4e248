package io.schemamemory.applyretention;

import static io.schemamemory.data.months.Months.Dropping.ABSENT;
import static io.schemamemory.data.months.Months.Dropping.DROPPED;
import static io.schemamemory.data.months.Months.Dropping.HELD;
import static io.schemamemory.data.months.Months.Dropping.KEPT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.months.Months.Making;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import java.sql.SQLException;
import java.time.YearMonth;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseApiIT extends RetentionFixture {
  private static final String INVALID_PARAMETER_VALUE = "22023";
  private static final String OUT_OF_RANGE = "22008";

  @Test
  void a_month_is_kept_until_its_end_is_older_than_the_policy() throws SQLException {
    YearMonth last = thisMonth().minusMonths(14);
    YearMonth first = thisMonth().minusMonths(13);
    make(last.toString(), first.toString(), thisMonth().toString());

    assertThat(drop(last.toString())).isEqualTo(DROPPED);
    assertThat(drop(first.toString())).isEqualTo(KEPT);
    assertThat(drop(thisMonth().toString())).isEqualTo(KEPT);
    assertThat(drop(last.toString())).isEqualTo(ABSENT);
    assertThat(months()).containsExactly(first.toString(), thisMonth().toString());
  }

  @Test
  void a_hold_covers_its_first_and_last_month_and_without_a_last_every_later_one()
      throws SQLException {
    make("2019-01", "2019-02", "2019-03", "2020-01");
    hold("2019-02", "2019-02");
    hold("2020-01", null);

    assertThat(drop("2019-01")).isEqualTo(DROPPED);
    assertThat(drop("2019-02")).isEqualTo(HELD);
    assertThat(drop("2019-03")).isEqualTo(DROPPED);
    assertThat(drop("2020-01")).isEqualTo(HELD);
  }

  @Test
  void a_table_named_like_a_month_that_is_not_one_is_kept() throws SQLException {
    database.asOwner("create table memory.delivery_body_201901 (kept text)");

    assertThat(drop("2019-01")).isEqualTo(ABSENT);

    database.asOwner("drop table memory.delivery_body_201901");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivery",
        "person",
        "nothing",
        "",
        "memory.delivery_body",
        "public.delivery_body",
        "pg_class",
        "DELIVERY_BODY",
        "delivery_body_202001",
        "delivery_body; drop table memory.delivery",
        "delivery_body\" cascade; --",
        "delivery_body'",
      })
  void every_function_rejects_a_table_without_a_policy(String name) {
    make("2020-01");

    refused(INVALID_PARAMETER_VALUE, () -> premake(name, thisMonth()));
    refused(INVALID_PARAMETER_VALUE, () -> drop(name, YearMonth.of(2020, 1)));
    assertThat(months()).containsExactly("2020-01");
  }

  @Test
  void this_month_and_three_ahead_can_be_premade_and_no_other() throws SQLException {
    assertThat(premake(TABLE, thisMonth())).isEqualTo(Making.MADE);
    assertThat(premake(TABLE, thisMonth().plusMonths(3))).isEqualTo(Making.MADE);
    assertThat(premake(TABLE, thisMonth().plusMonths(3))).isEqualTo(Making.PRESENT);
    refused(OUT_OF_RANGE, () -> premake(TABLE, thisMonth().minusMonths(1)));
    refused(OUT_OF_RANGE, () -> premake(TABLE, thisMonth().plusMonths(4)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "'infinity'", "'-infinity'"})
  void an_invalid_month_is_neither_made_nor_dropped(String month) {
    make("2020-01");

    refused(OUT_OF_RANGE, () -> retention("memory.premake_month('delivery_body', " + month + ")"));
    assertThat(
            Rows.of(
                database.url(Login.APPLY_RETENTION),
                "",
                "select memory.drop_month('delivery_body', " + month + ") as answer"))
        .extracting(row -> row.get("answer"))
        .containsExactly("absent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'delivery_body', '2020-01-02', null, 'x'",
        "'delivery_body', '2020-01-01', '2020-02-29', 'x'",
        "'delivery_body', '2020-02-01', '2020-01-01', 'x'",
        "'delivery_body', '2020-01-01', null, ' '",
        "'delivery_bodies', '2020-01-01', null, 'x'",
      })
  void a_hold_without_effect_is_rejected(String values) {
    assertThatThrownBy(
            () ->
                database.asOwner(
                    "insert into memory.legal_hold (table_name, first_month, last_month, reason)"
                        + " values ("
                        + values
                        + ")"))
        .satisfies(failure -> assertThat(SqlState.of(failure)).startsWith("23"));
  }

  private static void retention(String what) {
    Rows.execute(database.url(Login.APPLY_RETENTION), "select " + what);
  }

  private static void refused(String state, ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .satisfies(failure -> assertThat(SqlState.of(failure)).isEqualTo(state));
  }
}
