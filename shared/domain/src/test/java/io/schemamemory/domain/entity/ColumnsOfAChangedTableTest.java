package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Position;
import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Columns of a table that is itself changed in the same deploy request.
class ColumnsOfAChangedTableTest {
  private static final TableName CUSTOMERS = new TableName("shop", "customers");
  private static final Column EMAIL = new Column("email", "varchar(255)", "NOT NULL");
  private static final Position LAST = new Position.Unsaid();

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

  private static List<String> definitions(Milestone milestone, StatementReader reader) {
    return States.of(sighting(milestone), reader).stream()
        .filter(one -> one.attribute().equals("definition"))
        .map(one -> one.of().path().substring("acme/shop/".length()) + " definition " + one.value())
        .toList();
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
