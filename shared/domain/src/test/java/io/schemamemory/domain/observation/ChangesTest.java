package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  private static final TableName CUSTOMERS = new TableName("shop", "customers");
  private static final SchemaChange FAX = new ColumnDropped(CUSTOMERS, "fax");
  private static final SchemaChange INDEX = new IndexDropped(CUSTOMERS, "i");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | : CREATE on t1",
        "5 | : CREATE on t1; CREATE on t2; CREATE on t3; CREATE on t4; CREATE on t5",
        "6 | : CREATE on t1; CREATE on t2; CREATE on t3; CREATE on t4; CREATE on t5 and 1 more",
        "70| : CREATE on t1; CREATE on t2; CREATE on t3; CREATE on t4; CREATE on t5 and 65 more"
      })
  void five_statements_are_named_and_the_rest_counted(int statements, String expected) {
    List<DdlStatement> changes =
        IntStream.rangeClosed(1, statements).mapToObj(i -> change("CREATE", "t" + i)).toList();

    assertThat(text(changes)).isEqualTo(expected.strip());
  }

  @Test
  void without_known_changes_the_text_is_empty() {
    assertThat(text(List.of())).isEmpty();
  }

  @Test
  void a_change_that_may_lose_data_says_so() {
    DdlStatement drop = new DdlStatement("shop", "t", "DROP", "drop table t", true, false, null);

    assertThat(text(List.of(drop, change("ALTER", "u"))))
        .isEqualTo(": DROP on t (data may be lost); ALTER on u");
  }

  @ParameterizedTest
  @CsvSource({
    "true,  ' (data may be lost; the table was in use)'",
    "false, ' (the table was in use)'"
  })
  void a_change_of_a_table_in_use_says_so(boolean canDropData, String warning) {
    DdlStatement change = new DdlStatement("shop", "t", "DROP", "d", canDropData, true, null);

    assertThat(text(List.of(change))).isEqualTo(": DROP on t" + warning);
  }

  @Test
  void details_that_planetscale_omits_are_left_out() {
    assertThat(text(List.of(change(null, "t"), change("ALTER", null), change(null, null))))
        .isEqualTo(": a change on t; ALTER; a change");
  }

  @Test
  void a_tables_name_cannot_fake_a_person() {
    assertThat(text(List.of(change("ALTER", "{1}")))).isEqualTo(": ALTER on {{1}}");
  }

  @Test
  void a_statement_that_is_understood_is_described_change_by_change() {
    assertThat(text(Readings.of(FAX, INDEX), List.of(change("ALTER", "customers"))))
        .isEqualTo(": drops column fax from customers; drops index i from customers");
  }

  @Test
  void the_same_change_of_several_keyspaces_says_of_which() {
    assertThat(
            text(
                new StatementReader(
                    one ->
                        new Understood(
                            List.of(
                                new ColumnDropped(
                                    new TableName(one.keyspace(), "customers"), "fax")))),
                Stream.of("eu", "us", "ap")
                    .map(one -> new DdlStatement(one, "t", "ALTER", "d", true, false, null))
                    .toList()))
        .isEqualTo(
            ": drops column fax from customers in keyspace eu (data may be lost);"
                + " drops column fax from customers in keyspace us (data may be lost);"
                + " drops column fax from customers in keyspace ap (data may be lost)");
  }

  @Test
  void statements_of_several_keyspaces_that_are_not_understood_say_of_which() {
    assertThat(
            text(
                Stream.of("eu", "us")
                    .map(one -> new DdlStatement(one, "t", "ALTER", "d", false, false, null))
                    .toList()))
        .isEqualTo(": ALTER on t in keyspace eu; ALTER on t in keyspace us");
  }

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, PostgreSQL's statements are not read yet",
    "UNKNOWN_ENGINE, its database's engine is not known"
  })
  void a_statement_of_another_dialect_is_told_as_text_with_the_reason(Reason reason, String why) {
    DdlStatement other =
        new DdlStatement("shop", "t", "ALTER", "ALTER TABLE \"t\" ADD a jsonb", true, false, null);

    assertThat(text(new StatementReader(_ -> new NotUnderstood(reason)), List.of(other)))
        .isEqualTo(
            ": ALTER on t: ALTER TABLE \"t\" ADD a jsonb (kept as text: "
                + why
                + ") (data may be lost)");
  }

  @Test
  void a_statement_that_changes_nothing_is_described_in_planetscales_words() {
    assertThat(text(Readings.of(), List.of(change("ALTER", "t")))).isEqualTo(": ALTER on t");
  }

  @Test
  void a_columns_name_cannot_fake_a_person() {
    ColumnDropped fake = new ColumnDropped(CUSTOMERS, "{1}");

    assertThat(text(Readings.of(fake), List.of(change("ALTER", "t"))))
        .isEqualTo(": drops column {{1}} from customers");
  }

  private static String text(StatementReader reader, List<DdlStatement> changes) {
    return Changes.add(EntryText.EMPTY, ": ", reader.read(changes)).template();
  }

  private static String text(List<DdlStatement> changes) {
    return text(Readings.nothing(), changes);
  }

  private static DdlStatement change(@Nullable String operation, @Nullable String table) {
    return new DdlStatement("shop", table, operation, "ddl", false, false, null);
  }
}
