package io.schemamemory.domain.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Resources;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FacetsTest {
  private static final DdlStatement HARMLESS =
      new DdlStatement("shop", "customers", "ALTER", "ALTER", false, false, null);

  private static final TableName CUSTOMERS = new TableName("shop", "customers");

  @Test
  void a_deploy_request_is_found_by_all_it_names() {
    assertThat(facets(Snapshot.of(Milestone.QUEUED, 1).changing(Snapshot.DROP).event()))
        .containsExactlyInAnyOrder(
            "organization acme",
            "database acme/shop",
            "kind deploy_request.queued",
            "deploy_request acme/shop/42",
            "branch acme/shop/add-index",
            "branch acme/shop/main",
            "keyspace acme/shop/shop",
            "table acme/shop/customers",
            "operation ALTER",
            "operation NOT UNDERSTOOD",
            "operation NOT UNDERSTOOD: SYNTAX",
            "data_loss true");
  }

  @Test
  void a_statement_that_is_understood_is_found_by_its_changes_and_columns() {
    Event event = Snapshot.of(Milestone.QUEUED, 1).changing(Snapshot.DROP).event();
    TableName renamed = new TableName("eu", "clients");

    assertThat(
            facets(
                event,
                Readings.of(
                    new ColumnDropped(CUSTOMERS, "fax"),
                    new IndexDropped(CUSTOMERS, "fax_idx"),
                    new TableRenamed(CUSTOMERS, renamed))))
        .contains(
            "operation ALTER",
            "operation DROP COLUMN",
            "operation DROP INDEX",
            "operation RENAME TABLE",
            "column acme/shop/customers.fax",
            "table acme/shop/customers",
            "table acme/shop/eu/clients")
        .noneMatch(facet -> facet.contains("UNDERSTOOD"));
  }

  @Test
  void a_statement_of_which_a_clause_is_not_understood_is_found_by_both() {
    Event event = Snapshot.of(Milestone.QUEUED, 1).changing(HARMLESS).event();

    assertThat(
            facets(
                event,
                Readings.of(
                    new ColumnDropped(CUSTOMERS, "fax"),
                    new ClauseNotUnderstood(CUSTOMERS, "FROB", Reason.SYNTAX))))
        .contains(
            "operation DROP COLUMN",
            "operation NOT UNDERSTOOD",
            "operation NOT UNDERSTOOD: SYNTAX",
            "column acme/shop/customers.fax",
            "data_loss unknown");
  }

  @Test
  void what_nobody_here_can_read_may_lose_data_whatever_planetscale_says() {
    Event event = Snapshot.of(Milestone.QUEUED, 1).changing(HARMLESS).event();

    assertThat(facets(event)).contains("data_loss unknown");
    assertThat(facets(event, Readings.of(new IndexDropped(CUSTOMERS, "i"))))
        .noneMatch(facet -> facet.startsWith("data_loss"));
    assertThat(facets(Snapshot.of(Milestone.QUEUED, 1).changing(Snapshot.DROP).event()))
        .contains("data_loss true")
        .doesNotContain("data_loss unknown");
  }

  @Test
  void a_partition_exchanged_with_a_table_is_found_by_both_tables() {
    Event event = Snapshot.of(Milestone.QUEUED, 1).changing(HARMLESS).event();
    Repartitioning exchanged = new Repartitioning.Exchanged("p0", new TableName("old", "archive"));

    assertThat(facets(event, Readings.of(new PartitioningChanged(CUSTOMERS, exchanged))))
        .contains("table acme/shop/customers", "table acme/shop/old/archive");
  }

  @Test
  void a_facet_value_appears_once_however_many_statements_give_it() {
    DdlStatement harmless =
        new DdlStatement(null, "customers", "alter", "ALTER TABLE customers", false, false, null);

    assertThat(facets(Snapshot.of(Milestone.QUEUED, 1).changing(harmless, harmless).event()))
        .containsOnlyOnce("table acme/shop/customers", "operation ALTER")
        .doesNotContain("data_loss true");
  }

  @Test
  void other_events_are_found_by_their_branch_keyspace_and_table() {
    assertThat(facets(event("branch.ready", branch()))).contains("branch acme/shop/main");
    assertThat(facets(event("keyspace.storage", new Facts.Storage("main", "eu", 87.0, List.of()))))
        .contains("branch acme/shop/main", "keyspace acme/shop/eu");
    assertThat(facets(event("cluster.storage", new Facts.Storage("main", null, 87.0, List.of()))))
        .noneMatch(facet -> facet.startsWith("keyspace"));
    assertThat(facets(event("backup.succeeded", Resources.backup(true))))
        .contains("branch acme/shop/main");
    assertThat(facets(event("branch.schema_recommendation", Resources.recommendation("open"))))
        .contains("keyspace acme/shop/shop", "table acme/shop/orders");
  }

  @Test
  void an_unknown_event_is_found_by_where_it_happened() {
    assertThat(facets(event("branch.teleported", new Facts.Unknown())))
        .containsExactlyInAnyOrder("organization acme", "database acme/shop", "kind unknown");
  }

  static Facts.Branch branch() {
    return new Facts.Branch(BranchEvent.READY, "b1", "main", true, null, Snapshot.JANE, null);
  }

  static Event event(String name, Facts facts) {
    Envelope envelope = new Envelope(name, Snapshot.minute(1), "acme", "shop");
    return new Event(envelope, facts, List.of(), List.of());
  }

  private static Stream<String> facets(Event event) {
    return facets(event, Readings.nothing());
  }

  private static Stream<String> facets(Event event, StatementReader reader) {
    return Facets.of(Sighting.of(event, Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED), reader)
        .stream()
        .map(one -> one.facet().label() + " " + one.value());
  }
}
