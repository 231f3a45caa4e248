package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.SchemaChange.ColumnAdded;
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
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableOptionsChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.SchemaChange.ViewChanged;
import io.schemamemory.domain.ddl.SchemaChange.ViewCreated;
import io.schemamemory.domain.ddl.SchemaChange.ViewDropped;
import java.util.List;

/// Whether a schema change takes rows or values with it.
public enum DataLoss {
  NEVER,
  /// It depends on what the statement does not say, such as a column's former type.
  PERHAPS,
  ALWAYS;

  /// What is not known to be harmless may lose data.
  public static DataLoss of(SchemaChange change) {
    return switch (change) {
      case TableDropped _, TableTruncated _, ColumnDropped _ -> ALWAYS;
      case PartitioningChanged changed -> of(changed.how());
      case TableCreated _,
          TableRenamed _,
          TableOptionsChanged _,
          ColumnAdded _,
          ColumnRenamed _,
          ColumnDefaultChanged _,
          ColumnVisibilityChanged _,
          IndexAdded _,
          IndexDropped _,
          IndexRenamed _,
          IndexVisibilityChanged _,
          ConstraintAdded _,
          ConstraintDropped _,
          ConstraintEnforcementChanged _,
          ViewCreated _,
          ViewChanged _,
          ViewDropped _ ->
          NEVER;
      default -> PERHAPS;
    };
  }

  private static DataLoss of(Repartitioning how) {
    return switch (how) {
      case Repartitioning.Dropped _, Repartitioning.Truncated _ -> ALWAYS;
      case Repartitioning.Added _,
          Repartitioning.AddedByNumber _,
          Repartitioning.Unpartitioned _,
          Repartitioning.Coalesced _ ->
          NEVER;
      default -> PERHAPS;
    };
  }

  /// The most that one of several changes loses.
  public static DataLoss most(List<SchemaChange> changes) {
    return changes.stream().map(DataLoss::of).max(DataLoss::compareTo).orElse(NEVER);
  }
}
