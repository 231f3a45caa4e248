package io.schemamemory.domain.entity;

import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatesTest {
  private static final TableName ORDERS = new TableName("shop", "orders");
  private static final DdlStatement MAKE = statement("CREATE");
  private static final DdlStatement REMOVE = statement("DROP");

  /// By the verb, which tells these statements apart and says nothing else.
  private static final StatementReader READER =
      new StatementReader(
          one ->
              new Understood(
                  List.of(
                      switch (Objects.requireNonNull(one.operation())) {
                        case "CREATE" ->
                            new TableCreated(
                                ORDERS, List.of(), List.of(), List.of(), List.of(), null);
                        case "DROP" -> new TableDropped(ORDERS);
                        default -> new ColumnDropped(new TableName("shop", "customers"), "fax");
                      })));

  @ParameterizedTest
  @CsvSource({
    "OPENED, open",
    "QUEUED, queued",
    "IN_PROGRESS, in_progress",
    "PENDING_CUTOVER, pending_cutover",
    "SCHEMA_APPLIED, deployed",
    "ERRORED, failed",
    "REVERTED, reverted"
  })
  void a_milestone_begins_a_deploy_request_s_state(Milestone milestone, String as) {
    // A late body, sent after everything had ended.
    assertThat(states(Snapshot.of(milestone, 1).state("complete").finished(5).event()))
        .contains("deploy_request acme/shop/42 on main, outcome: " + as);
  }

  @ParameterizedTest
  @CsvSource({
    "complete, deployed",
    "complete_revert, reverted",
    "complete_revert_error, deployed",
    "no_changes, no_changes",
    "complete_error, failed",
    "complete_cancel, abandoned",
    "ready, abandoned"
  })
  void closing_a_deploy_request_begins_the_state_it_ended_in(String state, String as) {
    assertThat(states(Snapshot.of(Milestone.CLOSED, 9).state(state).closed(9, JANE).event()))
        .containsExactly("deploy_request acme/shop/42 on main, outcome: " + as);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SCHEMA_APPLIED", "REVERTED"})
  void schema_states_begin_only_after_the_schema_has_changed(Milestone milestone) {
    assertThat(states(Snapshot.of(milestone, 1).changing(DROP, MAKE).event()))
        .noneMatch(state -> state.startsWith("table"));
  }

  @Test
  void a_deployment_says_which_tables_there_are_and_who_changed_them() {
    assertThat(states(Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(DROP, MAKE).event()))
        .contains(
            "table acme/shop/customers on main, last_change: ALTER by #42",
            "table acme/shop/customers on main, exists: true",
            "table acme/shop/orders on main, last_change: CREATE by #42",
            "table acme/shop/orders on main, exists: true");
    assertThat(states(Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(REMOVE).event()))
        .contains("table acme/shop/orders on main, exists: false");
  }

  @Test
  void a_revert_brings_back_what_was_dropped_and_takes_what_was_made() {
    assertThat(states(Snapshot.of(Milestone.REVERTED, 1).changing(MAKE).event()))
        .contains(
            "table acme/shop/orders on main, last_change: revert of #42",
            "table acme/shop/orders on main, exists: false");
    assertThat(states(Snapshot.of(Milestone.REVERTED, 1).changing(REMOVE).event()))
        .contains("table acme/shop/orders on main, exists: true");
  }

  @Test
  void the_last_of_several_statements_wins_and_a_revert_undoes_them_all() {
    assertThat(states(Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(REMOVE, MAKE).event()))
        .filteredOn(state -> state.contains("exists"))
        .containsExactly("table acme/shop/orders on main, exists: true");
    assertThat(states(Snapshot.of(Milestone.REVERTED, 1).changing(MAKE, REMOVE).event()))
        .filteredOn(state -> state.contains("exists"))
        .containsExactly("table acme/shop/orders on main, exists: false");
  }

  @Test
  void a_statement_without_an_operation_begins_no_table_state() {
    DdlStatement mute = new DdlStatement("shop", "orders", null, "?", false, false, null);

    assertThat(
            states(
                Snapshot.of(Milestone.SCHEMA_APPLIED, 1).changing(mute).event(),
                Readings.nothing()))
        .noneMatch(state -> state.startsWith("table"));
  }

  @Test
  void a_branch_wakes_and_sleeps_and_says_where_it_comes_from() {
    assertThat(states(FacetsTest.event("branch.ready", branch(BranchEvent.READY))))
        .containsExactly(
            "branch acme/shop/fix%2Fx on fix%2Fx, sleeping: false",
            "branch acme/shop/fix%2Fx on fix%2Fx, production: false",
            "branch acme/shop/fix%2Fx on fix%2Fx, parent: main");
    assertThat(states(FacetsTest.event("branch.sleeping", branch(BranchEvent.SLEEPING))))
        .contains("branch acme/shop/fix%2Fx on fix%2Fx, sleeping: true");
  }

  @Test
  void an_anomaly_is_no_state_since_its_end_is_unknown() {
    assertThat(states(FacetsTest.event("branch.anomaly", branch(BranchEvent.ANOMALY))))
        .noneMatch(state -> state.contains("sleeping") || state.contains("anomaly"));
    assertThat(
            states(
                FacetsTest.event(
                    "cluster.storage", new Facts.Storage("main", null, 87.0, List.of()))))
        .isEmpty();
  }

  private static Facts.Branch branch(BranchEvent what) {
    return new Facts.Branch(what, "b1", "fix/x", false, "main", JANE, null);
  }

  private static DdlStatement statement(String operation) {
    return new DdlStatement("shop", "orders", operation, operation + " TABLE", false, false, null);
  }

  private static List<String> states(Event event) {
    return states(event, READER);
  }

  private static List<String> states(Event event, StatementReader reader) {
    return States.of(Sighting.of(event, Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED), reader)
        .stream()
        .map(
            one ->
                one.of().kind().label()
                    + " "
                    + one.of().path()
                    + " on "
                    + one.branch()
                    + ", "
                    + one.attribute()
                    + ": "
                    + one.value())
        .toList();
  }
}
