package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Position;
import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnRenamed;
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

/// One column in several spellings within a deploy request.
class ColumnSpellingTest {
  private static final TableName CUSTOMERS = new TableName("shop", "customers");
  private static final Column EMAIL = new Column("email", "varchar(255)", "NOT NULL");
  private static final Position LAST = new Position.Unsaid();

  @Test
  void a_column_dropped_in_another_spelling_is_gone() {
    StatementReader reader =
        new StatementReader(
            one ->
                new Understood(
                    List.of(
                        one.equals(Snapshot.DROP)
                            ? new ColumnDropped(CUSTOMERS, "EMAIL")
                            : new ColumnAdded(CUSTOMERS, EMAIL, LAST))));
    DdlStatement add = new DdlStatement("shop", "customers", "ALTER", "add", false, false, null);
    Event event = Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(add, Snapshot.DROP).event();
    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED);

    assertThat(States.of(sighting, reader))
        .filteredOn(one -> one.attribute().equals("definition"))
        .extracting(State::value)
        .containsExactly("none");
    assertThat(Facets.of(sighting, reader))
        .filteredOn(one -> one.facet() == Facet.COLUMN)
        .containsExactly(
            new FacetValue(Facet.COLUMN, "acme/shop/customers.email", "acme/shop/customers.EMAIL"));
  }

  @Test
  void a_column_renamed_in_letters_only_keeps_its_definition() {
    StatementReader respelled = Readings.of(new ColumnRenamed(CUSTOMERS, "Fax", "fax"));
    StatementReader defined =
        Readings.of(
            new ColumnRenamed(CUSTOMERS, "Email", "email"),
            new ColumnChanged(CUSTOMERS, EMAIL, LAST));

    assertThat(definitions(Milestone.SCHEMA_APPLIED, respelled)).isEmpty();
    assertThat(definitions(Milestone.REVERTED, respelled)).isEmpty();
    assertThat(definitions(Milestone.SCHEMA_APPLIED, defined))
        .containsExactly("customers.email definition varchar(255) NOT NULL");
    assertThat(definitions(Milestone.REVERTED, defined))
        .containsExactly("customers.email definition as before #42");
  }

  private static List<String> definitions(Milestone milestone, StatementReader reader) {
    Event event = Snapshot.of(milestone, 1).changing(Snapshot.DROP).event();
    return States.of(Sighting.of(event, Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED), reader)
        .stream()
        .filter(one -> one.attribute().equals("definition"))
        .map(one -> one.of().path().substring("acme/shop/".length()) + " definition " + one.value())
        .toList();
  }
}
