package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.entity.ChangedColumn.Fate;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a deploy request made of a schema, once it was applied, and again once that was taken back.
final class SchemaStates {
  /// What is told of one thing on one branch: a later statement is surer than one before it.
  private record Told(EntityName of, String attribute) {}

  private static final Set<Milestone> CHANGING =
      EnumSet.of(Milestone.SCHEMA_APPLIED, Milestone.REVERTED);

  /// No type is called so.
  private static final String NONE = "none";

  private final Map<Told, State> states = new LinkedHashMap<>();
  private final Envelope envelope;
  private final String branch;
  private final String request;
  private final boolean reverted;
  private final int step;

  private SchemaStates(Envelope envelope, DeployRequest request) {
    this.envelope = envelope;
    this.branch = PathPart.of(request.intoBranch()).text();
    this.request = "#" + request.number();
    this.reverted = request.milestone() == Milestone.REVERTED;
    this.step = request.milestone().step();
  }

  /// Nothing before the schema was really changed.
  static Collection<State> of(Envelope envelope, DeployRequest request, StatementReader reader) {
    Deployment run = request.deployment();
    if (run == null || !CHANGING.contains(request.milestone())) {
      return List.of();
    }
    SchemaStates told = new SchemaStates(envelope, request);
    told.inOrder(reader.read(run.statements())).forEach(told::tell);
    return told.states.values();
  }

  /// Taken back, the last is undone first.
  private <T> List<T> inOrder(List<T> made) {
    return reverted ? made.reversed() : made;
  }

  private void tell(ReadStatement read) {
    tell(read.statement());
    inOrder(read.changes()).forEach(this::tell);
    inOrder(ChangedColumn.allOf(read.changes()))
        .forEach(one -> tell(one.named(envelope), "definition", definition(one.fate())));
  }

  private void tell(SchemaChange change) {
    if (change instanceof TableRenamed renamed) {
      tell(table(renamed.table()), "exists", Boolean.toString(reverted));
      tell(table(renamed.to()), "exists", Boolean.toString(!reverted));
    }
  }

  /// Taken back, a column is what it was: what that is, its state before this request says.
  private String definition(Fate fate) {
    return switch (fate) {
      case Fate.Made made -> reverted ? NONE : made.definition();
      case Fate.Renamed renamed -> reverted ? NONE : "that of " + renamed.from() + before();
      case Fate.Dropped _ -> reverted ? "as" + before() : NONE;
      case Fate.Defined defined -> reverted ? "as" + before() : defined.definition();
      case Fate.Altered _ -> reverted ? "as" + before() : "altered by " + request;
    };
  }

  private String before() {
    return " before " + request;
  }

  private EntityName table(TableName name) {
    return EntityName.table(envelope, name.keyspace(), name.name());
  }

  private void tell(DdlStatement statement) {
    String table = statement.table();
    String operation = statement.operation();
    if (table != null && operation != null) {
      tell(EntityName.table(envelope, statement.keyspace(), table), operation);
    }
  }

  private void tell(EntityName table, String operation) {
    String verb = operation.toUpperCase(Locale.ROOT);
    tell(table, "last_change", reverted ? "revert of " + request : verb + " by " + request);
    tell(table, "exists", exists(verb));
  }

  /// Taken back, there is again what was dropped, and no more what was made.
  private @Nullable String exists(String verb) {
    return switch (verb) {
      case "CREATE" -> Boolean.toString(!reverted);
      case "DROP" -> Boolean.toString(reverted);
      case "ALTER" -> "true";
      default -> null;
    };
  }

  private void tell(EntityName of, String attribute, @Nullable String value) {
    if (value != null) {
      states.put(new Told(of, attribute), new State(of, branch, attribute, State.cut(value), step));
    }
  }
}
