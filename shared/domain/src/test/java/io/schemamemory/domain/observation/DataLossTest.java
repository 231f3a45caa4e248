package io.schemamemory.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Column;
import io.schemamemory.domain.ddl.Constraint;
import io.schemamemory.domain.ddl.Position.Unsaid;
import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.Repartitioning.AddedByNumber;
import io.schemamemory.domain.ddl.Repartitioning.Dropped;
import io.schemamemory.domain.ddl.Repartitioning.Truncated;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintEnforcementChanged;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.DdlStatement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Where the words stand that data may be lost.
class DataLossTest {
  private static final TableName CUSTOMERS = new TableName("shop", "customers");
  private static final SchemaChange FAX = new ColumnDropped(CUSTOMERS, "fax");
  private static final SchemaChange INDEX = new IndexDropped(CUSTOMERS, "i");
  private static final Column TEL = new Column("tel", "int", "");
  private static final SchemaChange ADDED = new ColumnAdded(CUSTOMERS, TEL, new Unsaid());
  private static final DdlStatement LOSSY =
      new DdlStatement("shop", "t", "ALTER", "ddl", true, false, null);
  private static final DdlStatement HARMLESS =
      new DdlStatement("shop", "t", "ALTER", "ddl", false, false, null);

  @Test
  void the_warning_stands_behind_the_change_that_loses() {
    assertThat(text(Readings.of(FAX, INDEX), List.of(LOSSY, HARMLESS)))
        .isEqualTo(
            ": drops column fax from customers (data may be lost); drops index i from customers;"
                + " drops column fax from customers; drops index i from customers");
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        Arguments.of(
            List.of(INDEX, FAX, ADDED, FAX),
            ": drops index i from customers; drops column fax from customers (data may be lost);"
                + " adds column tel int to customers; drops column fax from customers (data may be"
                + " lost)"),
        Arguments.of(
            List.of(new PartitioningChanged(CUSTOMERS, new Dropped(List.of("p0"))), ADDED),
            ": drops partition p0 from customers (data may be lost);"
                + " adds column tel int to customers"),
        Arguments.of(
            List.of(new PartitioningChanged(CUSTOMERS, new Truncated(List.of("p0"))), ADDED),
            ": empties partition p0 of customers (data may be lost);"
                + " adds column tel int to customers"),
        Arguments.of(
            List.of(new TableDropped(CUSTOMERS), new TableTruncated(CUSTOMERS), INDEX),
            ": drops table customers (data may be lost); empties table customers (data may be"
                + " lost); drops index i from customers"),
        Arguments.of(
            List.of(new ColumnChanged(CUSTOMERS, TEL, new Unsaid()), ADDED),
            ": changes column tel of customers to int (data may be lost);"
                + " adds column tel int to customers"),
        Arguments.of(
            List.of(INDEX, ADDED),
            ": drops index i from customers; adds column tel int to customers"
                + " (the statement may lose data)"));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void of_all_changes_those_that_lose_are_marked(List<SchemaChange> changes, String expected) {
    assertThat(text(Readings.of(changes.toArray(SchemaChange[]::new)), List.of(LOSSY)))
        .isEqualTo(expected);
  }

  @Test
  void of_a_clause_that_nobody_can_read_it_is_unknown() {
    SchemaChange unread = new ClauseNotUnderstood(CUSTOMERS, "FROB", Reason.SYNTAX);
    String unknown = "one clause not understood: FROB (whether data is lost is unknown)";

    assertThat(text(Readings.of(unread, INDEX), List.of(HARMLESS)))
        .isEqualTo(": " + unknown + "; drops index i from customers");
    assertThat(text(Readings.of(FAX, unread), List.of(LOSSY)))
        .isEqualTo(": drops column fax from customers (data may be lost); " + unknown);
    assertThat(text(Readings.of(unread, INDEX), List.of(LOSSY)))
        .isEqualTo(
            ": one clause not understood: FROB (data may be lost);"
                + " drops index i from customers");
    assertThat(text(Readings.of(INDEX, INDEX, INDEX, INDEX, INDEX, unread), List.of(HARMLESS)))
        .endsWith(" and 1 more (whether data is lost is unknown)");
  }

  @Test
  void what_is_shown_or_enforced_no_longer_is_not_lost() {
    assertThat(
            text(
                Readings.of(
                    new ColumnVisibilityChanged(CUSTOMERS, "fax", false),
                    new IndexVisibilityChanged(CUSTOMERS, "i", false),
                    new ConstraintEnforcementChanged(CUSTOMERS, Constraint.Kind.CHECK, "c", false),
                    new PartitioningChanged(CUSTOMERS, new AddedByNumber("2"))),
                List.of(LOSSY)))
        .isEqualTo(
            ": makes column fax of customers invisible; makes index i of customers invisible;"
                + " no longer enforces check c of customers; adds 2 partitions to customers"
                + " (the statement may lose data)");
  }

  @Test
  void a_table_in_use_is_named_once_behind_the_change_that_loses() {
    DdlStatement lossy = new DdlStatement("shop", "t", "ALTER", "ddl", true, true, null);
    DdlStatement harmless = new DdlStatement("shop", "t", "ALTER", "ddl", false, true, null);

    assertThat(text(Readings.of(FAX, INDEX, FAX), List.of(lossy)))
        .isEqualTo(
            ": drops column fax from customers (data may be lost; the table was in use);"
                + " drops index i from customers; drops column fax from customers (data may be"
                + " lost)");
    assertThat(text(Readings.of(ADDED, INDEX), List.of(harmless)))
        .isEqualTo(
            ": adds column tel int to customers; drops index i from customers (the table was in"
                + " use)");
  }

  @Test
  void changes_that_are_only_counted_warn_if_one_of_them_loses() {
    assertThat(text(Readings.of(INDEX, INDEX, INDEX, INDEX, FAX, INDEX), List.of(LOSSY)))
        .endsWith("drops column fax from customers (data may be lost) and 1 more");
    assertThat(text(Readings.of(INDEX, INDEX, INDEX, INDEX, INDEX, FAX), List.of(LOSSY)))
        .endsWith("customers and 1 more (data may be lost)");
  }

  @Test
  void changes_that_are_only_counted_still_warn() {
    assertThat(text(Readings.of(INDEX, INDEX, INDEX, INDEX, INDEX, FAX, FAX), List.of(LOSSY)))
        .endsWith("customers and 2 more (data may be lost)")
        .containsOnlyOnce("lost");
  }

  private static String text(StatementReader reader, List<DdlStatement> changes) {
    return Changes.add(EntryText.EMPTY, ": ", reader.read(changes)).template();
  }
}
