package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Position;
import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDefaultChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnRenamed;
import io.schemamemory.domain.ddl.SchemaChange.ColumnVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableConverted;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a statement changes, in facets and in states, applied and taken back.
class ChangedColumnsTest {
  private static final TableName CUSTOMERS = new TableName("shop", "customers");
  private static final Column EMAIL = new Column("email", "varchar(255)", "NOT NULL");
  private static final Position LAST = new Position.Unsaid();

  static Stream<Arguments> changes() {
    return Stream.of(
        of(
            new ColumnAdded(CUSTOMERS, EMAIL, LAST),
            List.of("customers.email definition varchar(255) NOT NULL"),
            List.of("customers.email definition none")),
        of(
            new TableCreated(CUSTOMERS, List.of(EMAIL), List.of(), List.of(), List.of(), null),
            List.of("customers.email definition varchar(255) NOT NULL"),
            List.of("customers.email definition none")),
        of(
            new ColumnChanged(CUSTOMERS, EMAIL, LAST),
            List.of("customers.email definition varchar(255) NOT NULL"),
            List.of("customers.email definition as before #42")),
        of(
            new ColumnDropped(CUSTOMERS, "fax"),
            List.of("customers.fax definition none"),
            List.of("customers.fax definition as before #42")),
        of(
            new ColumnRenamed(CUSTOMERS, "fax", "phone"),
            List.of(
                "customers.fax definition none",
                "customers.phone definition that of fax before #42"),
            List.of("customers.fax definition as before #42", "customers.phone definition none")),
        of(
            new ColumnDefaultChanged(CUSTOMERS, "fax", "''"),
            List.of("customers.fax definition altered by #42"),
            List.of("customers.fax definition as before #42")),
        of(
            new ColumnVisibilityChanged(CUSTOMERS, "fax", false),
            List.of("customers.fax definition altered by #42"),
            List.of("customers.fax definition as before #42")),
        of(
            new TableRenamed(CUSTOMERS, new TableName("shop", "clients")),
            List.of("customers exists false", "clients exists true"),
            List.of("customers exists true", "clients exists false")));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_says_what_is_once_applied_and_once_taken_back(
      SchemaChange change, List<String> applied, List<String> reverted) {
    assertThat(states(Milestone.SCHEMA_APPLIED, change))
        .containsExactlyInAnyOrderElementsOf(applied);
    assertThat(states(Milestone.REVERTED, change)).containsExactlyInAnyOrderElementsOf(reverted);
    assertThat(states(Milestone.QUEUED, change)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_change_is_found_by_the_names_it_uses(
      SchemaChange change, List<String> applied, List<String> reverted) {
    List<String> named =
        applied.stream().map(state -> "acme/shop/" + state.split(" ", 2)[0]).toList();

    assertThat(
            Facets.of(sighting(Milestone.QUEUED), Readings.of(change)).stream()
                .map(FacetValue::value))
        .containsAll(named);
  }

  @Test
  void two_columns_that_swap_names_both_remain() {
    StatementReader swap =
        Readings.of(
            new ColumnRenamed(CUSTOMERS, "fax", "phone"),
            new ColumnRenamed(CUSTOMERS, "phone", "fax"));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, swap))
        .containsExactlyInAnyOrder(
            "customers.phone definition that of fax before #42",
            "customers.fax definition that of phone before #42");
    assertThat(definitions(Milestone.REVERTED, swap))
        .containsExactlyInAnyOrder(
            "customers.phone definition as before #42", "customers.fax definition as before #42");
  }

  @Test
  void a_column_dropped_and_added_again_exists_whatever_the_clause_order() {
    StatementReader reader =
        Readings.of(new ColumnAdded(CUSTOMERS, EMAIL, LAST), new ColumnDropped(CUSTOMERS, "email"));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, reader))
        .containsExactly("customers.email definition varchar(255) NOT NULL");
    assertThat(definitions(Milestone.REVERTED, reader))
        .containsExactly("customers.email definition as before #42");
  }

  @Test
  void a_column_renamed_and_redefined_has_its_new_definition() {
    StatementReader changed =
        Readings.of(
            new ColumnRenamed(CUSTOMERS, "mail", "email"),
            new ColumnChanged(CUSTOMERS, EMAIL, LAST));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, changed))
        .containsExactlyInAnyOrder(
            "customers.mail definition none", "customers.email definition varchar(255) NOT NULL");
    assertThat(definitions(Milestone.REVERTED, changed))
        .containsExactlyInAnyOrder(
            "customers.mail definition as before #42", "customers.email definition none");
  }

  @Test
  void a_column_is_found_under_the_name_its_table_has_in_the_end() {
    TableName clients = new TableName("shop", "clients");
    StatementReader renamed =
        Readings.of(
            new ColumnAdded(CUSTOMERS, EMAIL, LAST),
            new ColumnDropped(CUSTOMERS, "fax"),
            new TableRenamed(CUSTOMERS, new TableName("shop", "guests")),
            new TableRenamed(new TableName("shop", "guests"), clients),
            new TableCreated(CUSTOMERS, List.of(EMAIL), List.of(), List.of(), List.of(), null));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, renamed))
        .containsExactlyInAnyOrder(
            "clients.email definition varchar(255) NOT NULL",
            "customers.fax definition none",
            "customers.email definition varchar(255) NOT NULL");
    assertThat(definitions(Milestone.REVERTED, renamed))
        .contains("clients.email definition none", "customers.fax definition as before #42");
    assertThat(Facets.of(sighting(Milestone.QUEUED), renamed))
        .extracting(FacetValue::value)
        .contains("acme/shop/clients.email", "acme/shop/customers.email");
  }

  @Test
  void a_column_goes_with_its_table() {
    TableName clients = new TableName("shop", "clients");
    StatementReader made =
        Readings.of(
            new TableCreated(CUSTOMERS, List.of(EMAIL), List.of(), List.of(), List.of(), null),
            new TableDropped(CUSTOMERS));
    StatementReader renamed =
        Readings.of(
            new ColumnChanged(CUSTOMERS, EMAIL, LAST), new TableRenamed(CUSTOMERS, clients));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, made))
        .containsExactly("customers.email definition none");
    assertThat(definitions(Milestone.SCHEMA_APPLIED, renamed))
        .containsExactly("clients.email definition varchar(255) NOT NULL");
    assertThat(definitions(Milestone.REVERTED, renamed))
        .containsExactly("clients.email definition none");
  }

  @ParameterizedTest
  @CsvSource({
    "CHARACTER SET latin1, altered by #42",
    "collate latin1_bin NOT NULL, altered by #42",
    "NOT NULL, varchar(9) NOT NULL"
  })
  void a_table_converted_to_another_charset_alters_the_columns_that_name_theirs(
      String attributes, String definition) {
    Column name = new Column("name", "varchar(9)", attributes);
    StatementReader reader =
        new StatementReader(
            one ->
                new Understood(
                    List.of(
                        one.equals(Snapshot.DROP)
                            ? new TableConverted(CUSTOMERS, "utf8mb4", null)
                            : new ColumnAdded(CUSTOMERS, name, LAST))));
    DdlStatement add = new DdlStatement("shop", "customers", "ALTER", "add", false, false, null);
    Event event = Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(add, Snapshot.DROP).event();

    assertThat(
            States.of(
                Sighting.of(event, Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED), reader))
        .filteredOn(one -> one.attribute().equals("definition"))
        .extracting(State::value)
        .containsExactly(definition);
  }

  @Test
  void a_definition_is_one_line_fit_for_a_terminal_and_cut_if_too_long() {
    Column column = new Column("tier", "enum('a\n\u001b[31mb','" + "x".repeat(2000) + "')", "");

    assertThat(
            definitions(
                Milestone.SCHEMA_APPLIED, Readings.of(new ColumnAdded(CUSTOMERS, column, LAST))))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("customers.tier definition enum('a [31mb','xxx")
                    .hasSizeLessThan(1100)
                    .endsWith("…"));
  }

  private static Arguments of(SchemaChange change, List<String> applied, List<String> reverted) {
    return Arguments.of(change, applied, reverted);
  }

  private static Stream<String> states(Milestone milestone, SchemaChange change) {
    return states(milestone, Readings.of(change))
        .filter(one -> one.attribute().equals("definition") || change instanceof TableRenamed)
        .filter(one -> one.attribute().equals("definition") || one.attribute().equals("exists"))
        .map(ChangedColumnsTest::line);
  }

  private static List<String> definitions(Milestone milestone, StatementReader reader) {
    return states(milestone, reader)
        .filter(one -> one.attribute().equals("definition"))
        .map(ChangedColumnsTest::line)
        .toList();
  }

  private static Stream<State> states(Milestone milestone, StatementReader reader) {
    return States.of(sighting(milestone), reader).stream();
  }

  private static String line(State one) {
    String name = one.of().path().substring("acme/shop/".length());
    return name + " " + one.attribute() + " " + one.value();
  }

  private static Sighting sighting(Milestone milestone) {
    return Sighting.of(
        Snapshot.of(milestone, 1).changing(Snapshot.DROP).event(),
        Channel.WEBHOOK,
        "default",
        "d",
        Snapshot.RECEIVED);
  }
}
