package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Index;
import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexAdded;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.SchemaChange.ViewCreated;
import io.schemamemory.domain.ddl.SchemaChange.ViewDropped;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a statement makes of its table, whatever PlanetScale's verb for it.
class ChangedTablesTest {
  private static final TableName ORDERS = new TableName("shop", "orders");

  @ParameterizedTest
  @CsvSource({"CREATE, a change", "DROP, a change", "drop, a change", "ALTER, ALTER"})
  void the_verb_alone_neither_makes_nor_ends_a_table(String verb, String did) {
    DdlStatement unread = said(verb);

    assertThat(states(Milestone.SCHEMA_APPLIED, unread, Readings.nothing()))
        .contains("orders last_change: " + did + " by #42")
        .noneMatch(state -> state.contains("exists"));
    assertThat(states(Milestone.REVERTED, unread, Readings.nothing()))
        .contains("orders last_change: revert of #42")
        .noneMatch(state -> state.contains("exists"));
  }

  static Stream<Arguments> meanings() {
    Index index = new Index("i", Index.Kind.PLAIN, List.of("id"));
    TableName other = new TableName("shop", "other");
    return Stream.of(
        Arguments.of("DROP", new IndexDropped(ORDERS, "i"), "true", "true"),
        Arguments.of("CREATE", new IndexAdded(ORDERS, index), "true", "true"),
        Arguments.of("ALTER", new TableDropped(ORDERS), "false", "true"),
        Arguments.of("DROP", new TableTruncated(ORDERS), "true", "true"),
        Arguments.of("ALTER", new TableRenamed(ORDERS, other), "false", "true"),
        Arguments.of("DROP", new TableRenamed(other, ORDERS), "true", "false"),
        Arguments.of(
            "ALTER",
            new PartitioningChanged(other, new Repartitioning.Exchanged("p", ORDERS)),
            "true",
            "true"),
        Arguments.of("CREATE", new ViewCreated(ORDERS, false), "true", "false"),
        Arguments.of("CREATE", new ViewCreated(ORDERS, true), "true", null),
        Arguments.of("DROP", new ViewDropped(ORDERS), "false", "true"),
        Arguments.of("DROP", new Other(null, "DROP TRIGGER"), null, null),
        Arguments.of("CREATE", new Other(null, "CREATE TRIGGER"), null, null),
        Arguments.of("DROP", new TableDropped(other), null, null));
  }

  @ParameterizedTest
  @MethodSource("meanings")
  void what_becomes_of_a_table_is_what_its_statement_says(
      String verb, SchemaChange change, @Nullable String applied, @Nullable String reverted) {
    DdlStatement spoken = said(verb);

    assertThat(exists(Milestone.SCHEMA_APPLIED, spoken, change)).isEqualTo(applied);
    assertThat(exists(Milestone.REVERTED, spoken, change)).isEqualTo(reverted);
  }

  @Test
  void a_table_that_clauses_alter_and_rename_has_its_new_name_only() {
    TableName to = new TableName("shop", "purchases");
    SchemaChange[] changes = {
      new TableRenamed(ORDERS, to), new ColumnDropped(ORDERS, "a"), new ColumnDropped(to, "b")
    };
    DdlStatement alter = said("ALTER");

    assertThat(exists(Milestone.SCHEMA_APPLIED, alter, changes)).isEqualTo("false");
    assertThat(exists(Milestone.REVERTED, alter, changes)).isEqualTo("true");
  }

  @Test
  void tables_that_swap_names_both_exist() {
    TableName copy = new TableName("shop", "copy");
    TableName aside = new TableName("shop", "aside");
    SchemaChange[] swap = {
      new TableRenamed(ORDERS, aside), new TableRenamed(copy, ORDERS), new TableRenamed(aside, copy)
    };
    DdlStatement rename = said("RENAME");

    assertThat(exists(Milestone.SCHEMA_APPLIED, rename, swap)).isEqualTo("true");
    assertThat(exists(Milestone.REVERTED, rename, swap)).isEqualTo("true");
  }

  private static @Nullable String exists(
      Milestone milestone, DdlStatement statement, SchemaChange... changes) {
    String orders = "orders exists: ";
    return states(milestone, statement, Readings.of(changes)).stream()
        .filter(state -> state.startsWith(orders))
        .map(state -> state.substring(orders.length()))
        .findFirst()
        .orElse(null);
  }

  private static List<String> states(
      Milestone milestone, DdlStatement statement, StatementReader reader) {
    Sighting sighting =
        Sighting.of(
            Snapshot.of(milestone, 1).changing(statement).event(),
            Channel.WEBHOOK,
            "default",
            "d",
            Snapshot.RECEIVED);
    return States.of(sighting, reader).stream()
        .map(
            one ->
                one.of().path().substring("acme/shop/".length())
                    + " "
                    + one.attribute()
                    + ": "
                    + one.value())
        .toList();
  }

  private static DdlStatement said(String verb) {
    return new DdlStatement("shop", "orders", verb, "?", false, false, null);
  }
}
