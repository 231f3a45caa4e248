package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.ReadStatement;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.TableConverted;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.TableName;
import io.schemamemory.domain.entity.ChangedColumn.Fate;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts.DeployRequest;
import io.schemamemory.domain.event.Facts.Deployment;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.PlainText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The states of a schema that a deploy request begins, when it is applied and when it is reverted.
final class SchemaStates {
  /// An entity's attribute on one branch: a later statement overrides an earlier one.
  private record Attribute(Facet kind, String key, String attribute) {}

  private static final Set<Milestone> CHANGING =
      EnumSet.of(Milestone.SCHEMA_APPLIED, Milestone.REVERTED);

  /// No type has this name.
  private static final String NONE = "none";

  private static final Pattern CHARSET =
      Pattern.compile("(?i)\\b(?:char(?:acter)? set|charset|collate)\\b");

  private final List<ChangedColumn> columns = new ArrayList<>();
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
    all.endColumns();
    return all.states.values();
  }

  /// A revert undoes the last first.
  private <T> List<T> inOrder(List<T> made) {
    return reverted ? made.reversed() : made;
  }

  private void add(ReadStatement read) {
    List<ChangedTable> tables = ChangedTable.allOf(inOrder(read.changes()));
    if (tables.isEmpty()) {
      add(read.statement());
    }
    tables.forEach(this::add);
    read.changes().forEach(this::convert);
    inOrder(ChangedColumn.allOf(read.changes()))
        .forEach(
            one -> {
              add(one.named(envelope), "definition", definition(one.fate()));
              columns.add(one);
            });
  }

  /// A column goes with its table.
  private void endColumns() {
    columns.stream()
        .filter(one -> isGone(one.table()))
        .forEach(one -> add(one.named(envelope), "definition", NONE));
  }

  private boolean isGone(TableName table) {
    EntityName name = name(table);
    State exists = states.get(new Attribute(name.kind(), name.key(), "exists"));
    return exists != null && exists.value().equals("false");
  }

  private EntityName name(TableName table) {
    return EntityName.table(envelope, table.keyspace(), table.name());
  }

  /// A column that this request defined with a character set has the table's new one now; those of
  /// earlier requests are found when the states are read.
  private void convert(SchemaChange change) {
    if (change instanceof TableConverted converted) {
      String to = "to " + PlainText.of(converted.charset()) + " by " + request;
      add(name(converted.table()), "converted", reverted ? "as" + before() : to);
    }
    if (change instanceof TableConverted converted && !reverted) {
      columns.stream()
          .filter(one -> one.table().equals(converted.table()))
          .map(one -> one.named(envelope))
          .filter(this::hasCharset)
          .forEach(name -> add(name, "definition", definition(new Fate.Altered())));
    }
  }

  private boolean hasCharset(EntityName column) {
    State state = states.get(new Attribute(column.kind(), column.key(), "definition"));
    return state != null && CHARSET.matcher(state.value()).find();
  }

  /// PlanetScale's verb says of what cannot be read that it changes the table, not how: `DROP` also
  /// drops an index.
  private void add(DdlStatement statement) {
    String table = statement.table();
    String operation = statement.operation();
    if (table != null && operation != null) {
      String did = operation.equalsIgnoreCase("ALTER") ? "ALTER" : "a change";
      add(EntityName.table(envelope, statement.keyspace(), table), "last_change", lastChange(did));
    }
  }

  private void add(ChangedTable changed) {
    EntityName name = name(changed.table());
    Boolean exists = changed.fate().exists(reverted);
    add(name, "last_change", lastChange(changed.did()));
    add(name, "exists", exists == null ? null : exists.toString());
  }

  private String lastChange(String did) {
    return reverted ? "revert of " + request : did + " by " + request;
  }

  /// After a revert a column has its former definition, which is in its state before this request.
  private @Nullable String definition(Fate fate) {
    return switch (fate) {
      case Fate.Made made -> reverted ? NONE : made.definition();
      case Fate.Renamed renamed -> reverted ? NONE : "that of " + renamed.from() + before();
      case Fate.Dropped _ -> reverted ? "as" + before() : NONE;
      case Fate.Defined defined -> reverted ? "as" + before() : defined.definition();
      case Fate.Respelled _ -> null;
      case Fate.Altered _ -> reverted ? "as" + before() : "altered by " + request;
    };
  }

  private String before() {
    return " before " + request;
  }

  private void add(EntityName of, String attribute, @Nullable String value) {
    if (value != null) {
      states.put(
          new Attribute(of.kind(), of.key(), attribute),
          new State(of, branch, attribute, State.cut(value), step));
    }
  }
}
