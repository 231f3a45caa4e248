package io.schemamemory.domain.ddl;

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

/// Names the kind of a schema change by verb and object: `DROP COLUMN`.
public final class Operation {
  private Operation() {}

  /// The name, in capitals, which people search by: it never changes.
  public static String of(SchemaChange change) {
    return switch (change) {
      case TableCreated _ -> "CREATE TABLE";
      case TableDropped _ -> "DROP TABLE";
      case TableRenamed _ -> "RENAME TABLE";
      case TableTruncated _ -> "TRUNCATE TABLE";
      case TableOptionsChanged _, TableConverted _ -> "CHANGE TABLE";
      case ColumnAdded _ -> "ADD COLUMN";
      case ColumnDropped _ -> "DROP COLUMN";
      case ColumnChanged _, ColumnDefaultChanged _, ColumnVisibilityChanged _ -> "CHANGE COLUMN";
      case ColumnRenamed _ -> "RENAME COLUMN";
      case IndexAdded _ -> "ADD INDEX";
      case IndexDropped _ -> "DROP INDEX";
      case IndexRenamed _ -> "RENAME INDEX";
      case IndexVisibilityChanged _ -> "CHANGE INDEX";
      case ConstraintAdded added -> "ADD " + named(added.constraint().kind());
      case ConstraintDropped dropped -> "DROP " + named(dropped.kind());
      case ConstraintEnforcementChanged changed -> "CHANGE " + named(changed.kind());
      case PartitioningChanged _ -> "CHANGE PARTITIONS";
      case ViewCreated _ -> "CREATE VIEW";
      case ViewChanged _ -> "CHANGE VIEW";
      case ViewDropped _ -> "DROP VIEW";
      case Other other -> other.kind();
      case ClauseNotUnderstood _ -> "NOT UNDERSTOOD";
    };
  }

  private static String named(Constraint.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "PRIMARY KEY";
      case FOREIGN_KEY -> "FOREIGN KEY";
      case CHECK -> "CHECK";
      case UNSAID -> "CONSTRAINT";
    };
  }
}
