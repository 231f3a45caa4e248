package io.schemamemory.domain.ddl;

import static io.schemamemory.domain.ddl.PhraseWords.counted;
import static io.schemamemory.domain.ddl.PhraseWords.listed;
import static io.schemamemory.domain.ddl.PhraseWords.named;
import static io.schemamemory.domain.ddl.PhraseWords.plain;

import io.schemamemory.domain.ddl.SchemaChange.ClauseNotUnderstood;
import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
import io.schemamemory.domain.ddl.SchemaChange.ColumnChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDefaultChanged;
import io.schemamemory.domain.ddl.SchemaChange.ColumnDropped;
import io.schemamemory.domain.ddl.SchemaChange.ColumnRenamed;
import io.schemamemory.domain.ddl.SchemaChange.ColumnVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintAdded;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintDropped;
import io.schemamemory.domain.ddl.SchemaChange.ConstraintEnforcementChanged;
import io.schemamemory.domain.ddl.SchemaChange.IndexAdded;
import io.schemamemory.domain.ddl.SchemaChange.IndexDropped;
import io.schemamemory.domain.ddl.SchemaChange.IndexRenamed;
import io.schemamemory.domain.ddl.SchemaChange.IndexVisibilityChanged;
import io.schemamemory.domain.ddl.SchemaChange.Other;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableConverted;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableOptionsChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.SchemaChange.ViewChanged;
import io.schemamemory.domain.ddl.SchemaChange.ViewCreated;
import io.schemamemory.domain.ddl.SchemaChange.ViewDropped;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import org.jspecify.annotations.Nullable;

/// Words a schema change: `adds column email varchar(255) to customers`.
public final class ChangePhrase {
  private ChangePhrase() {}

  /// The words, fit for a terminal whatever the statement held; long names and types are cut.
  public static String of(SchemaChange change) {
    return switch (change) {
      case TableCreated c -> created(c);
      case TableDropped c -> "drops table " + plain(c.table());
      case TableRenamed c -> "renames table " + plain(c.table()) + " to " + plain(c.to());
      case TableTruncated c -> "empties table " + plain(c.table());
      case TableOptionsChanged c ->
          "sets " + listed(c.options(), PhraseWords::plain) + " on " + plain(c.table());
      case TableConverted c -> "converts " + plain(c.table()) + " to charset " + charset(c);
      case ColumnAdded c ->
          "adds column " + plain(c.column()) + " to " + plain(c.table()) + at(c.position());
      case ColumnDropped c -> "drops column " + plain(c.column()) + " from " + plain(c.table());
      case ColumnChanged c -> changed(c);
      case ColumnRenamed c -> renamed("column ", c.column(), c.table(), c.to());
      case ColumnDefaultChanged c -> defaultChanged(c);
      case ColumnVisibilityChanged c ->
          shown("column ", c.column(), c.table(), c.visible() ? "visible" : "invisible");
      case IndexAdded c ->
          "adds %s to %s%s"
              .formatted(
                  plain(c.index()), plain(c.table()), c.index().visible() ? "" : ", invisible");
      case IndexDropped c -> "drops index " + plain(c.index()) + " from " + plain(c.table());
      case IndexRenamed c -> renamed("index ", c.index(), c.table(), c.to());
      case IndexVisibilityChanged c ->
          shown("index ", c.index(), c.table(), c.visible() ? "visible" : "invisible");
      case ConstraintAdded c -> "adds " + added(c.constraint(), c.table());
      case ConstraintDropped c -> dropped(c);
      case ConstraintEnforcementChanged c ->
          (c.enforced() ? "enforces " : "no longer enforces ")
              + kind(c.kind())
              + named(c.name())
              + of(c.table());
      case PartitioningChanged c -> PartitionPhrase.of(c.how(), plain(c.table()));
      case ViewCreated c ->
          (c.orReplace() ? "creates or replaces view " : "creates view ") + plain(c.table());
      case ViewChanged c -> "changes view " + plain(c.table());
      case ViewDropped c -> "drops view " + plain(c.table());
      case Other c -> other(c.kind(), c.table());
      case ClauseNotUnderstood c ->
          (c.table() == null ? "one statement" : "one clause")
              + " not understood: "
              + plain(c.text());
    };
  }

  /// The words for a statement of which no change is known: PlanetScale's own, and the text where
  /// nothing here reads its dialect.
  public static String unread(ReadStatement read) {
    DdlStatement statement = read.statement();
    String operation = statement.operation() == null ? "a change" : statement.operation();
    String said = statement.table() == null ? operation : operation + " on " + statement.table();
    return switch (read.understanding()) {
      case NotUnderstood(Reason reason) when reason == Reason.POSTGRES ->
          said + kept(statement, "PostgreSQL's statements are not read yet");
      case NotUnderstood(Reason reason) when reason == Reason.UNKNOWN_ENGINE ->
          said + kept(statement, "its database's engine is not known");
      case NotUnderstood _, Understood _ -> said;
    };
  }

  private static String kept(DdlStatement statement, String why) {
    return ": " + plain(statement.ddl()) + " (kept as text: " + why + ")";
  }

  private static String created(TableCreated created) {
    int columns = created.columns().size();
    String table = "creates table " + plain(created.table());
    return columns == 0 ? table : table + " with " + counted(columns, "column");
  }

  private static String charset(TableConverted converted) {
    String collation = converted.collation();
    String charset = plain(converted.charset());
    return collation == null ? charset : charset + " and collation " + plain(collation);
  }

  private static String changed(ColumnChanged changed) {
    Column column = changed.column();
    return "changes column %s of %s to %s%s"
        .formatted(
            plain(column.name()),
            plain(changed.table()),
            plain(column.definition()),
            at(changed.position()));
  }

  private static String renamed(String what, String from, TableName table, String to) {
    return "renames " + what + plain(from) + of(table) + " to " + plain(to);
  }

  private static String defaultChanged(ColumnDefaultChanged changed) {
    String value = changed.value();
    String column = "the default of column " + plain(changed.column()) + of(changed.table());
    return value == null ? "drops " + column : "sets " + column + " to " + plain(value);
  }

  private static String added(Constraint constraint, TableName table) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          "primary key (" + listed(key.columns(), PhraseWords::plain) + ") to " + plain(table);
      case Constraint.ForeignKey key ->
          "foreign key%s (%s) to %s, referring to %s"
              .formatted(
                  named(key.name()),
                  listed(key.columns(), PhraseWords::plain),
                  plain(table),
                  plain(key.references()));
      case Constraint.Check check ->
          "check%s (%s) to %s%s"
              .formatted(
                  named(check.name()),
                  plain(check.condition()),
                  plain(table),
                  check.enforced() ? "" : ", not enforced");
    };
  }

  private static String dropped(ConstraintDropped dropped) {
    return "drops "
        + kind(dropped.kind())
        + named(dropped.name())
        + " from "
        + plain(dropped.table());
  }

  private static String kind(Constraint.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "primary key";
      case FOREIGN_KEY -> "foreign key";
      case CHECK -> "check";
      case UNSAID -> "constraint";
    };
  }

  private static String shown(String what, String name, TableName table, String how) {
    return "makes " + what + plain(name) + of(table) + " " + how;
  }

  private static String other(String kind, @Nullable TableName table) {
    return "runs " + plain(kind) + (table == null ? "" : " on " + plain(table));
  }

  private static String of(TableName table) {
    return " of " + plain(table);
  }

  private static String at(Position position) {
    return switch (position) {
      case Position.First _ -> ", as its first";
      case Position.After after -> ", after " + plain(after.column());
      case Position.Unsaid _ -> "";
    };
  }
}
