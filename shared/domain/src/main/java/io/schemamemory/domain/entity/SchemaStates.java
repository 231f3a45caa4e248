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

/// The states of a schema that a deploy request begins, when it is applied and when it is reverted.
final class SchemaStates {
  /// An entity's attribute on one branch: a later statement overrides an earlier one.
  private record Attribute(EntityName of, String attribute) {}

  private static final Set<Milestone> CHANGING =
      EnumSet.of(Milestone.SCHEMA_APPLIED, Milestone.REVERTED);

  /// No type has this name.
  private static final String NONE = "none";

  private final Map<Attribute, State> states = new LinkedHashMap<>();
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

  /// None before the schema has changed.
  static Collection<State> of(Envelope envelope, DeployRequest request, StatementReader reader) {
    Deployment run = request.deployment();
    if (run == null || !CHANGING.contains(request.milestone())) {
      return List.of();
    }
    SchemaStates all = new SchemaStates(envelope, request);
    all.inOrder(reader.read(run.statements())).forEach(all::add);
    return all.states.values();
  }

  /// A revert undoes the last first.
  private <T> List<T> inOrder(List<T> made) {
    return reverted ? made.reversed() : made;
  }

  private void add(ReadStatement read) {
    add(read.statement());
    inOrder(read.changes()).forEach(this::add);
    inOrder(ChangedColumn.allOf(read.changes()))
        .forEach(one -> add(one.named(envelope), "definition", definition(one.fate())));
  }

  private void add(SchemaChange change) {
    if (change instanceof TableRenamed renamed) {
      add(table(renamed.table()), "exists", Boolean.toString(reverted));
      add(table(renamed.to()), "exists", Boolean.toString(!reverted));
    }
  }

  /// After a revert a column has its former definition, which is in its state before this request.
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

  private void add(DdlStatement statement) {
    String table = statement.table();
    String operation = statement.operation();
    if (table != null && operation != null) {
      add(EntityName.table(envelope, statement.keyspace(), table), operation);
    }
  }

  private void add(EntityName table, String operation) {
    String verb = operation.toUpperCase(Locale.ROOT);
    add(table, "last_change", reverted ? "revert of " + request : verb + " by " + request);
    add(table, "exists", exists(verb));
  }

  /// After a revert a dropped table exists again, and a created one no longer.
  private @Nullable String exists(String verb) {
    return switch (verb) {
      case "CREATE" -> Boolean.toString(!reverted);
      case "DROP" -> Boolean.toString(reverted);
      case "ALTER" -> "true";
      default -> null;
    };
  }

  private void add(EntityName of, String attribute, @Nullable String value) {
    if (value != null) {
      states.put(
          new Attribute(of, attribute), new State(of, branch, attribute, State.cut(value), step));
    }
  }
}
