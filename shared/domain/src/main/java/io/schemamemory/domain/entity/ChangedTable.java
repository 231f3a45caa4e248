package io.schemamemory.domain.entity;

import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.SchemaChange;
import io.schemamemory.domain.ddl.SchemaChange.PartitioningChanged;
import io.schemamemory.domain.ddl.SchemaChange.TableCreated;
import io.schemamemory.domain.ddl.SchemaChange.TableDropped;
import io.schemamemory.domain.ddl.SchemaChange.TableRenamed;
import io.schemamemory.domain.ddl.SchemaChange.TableTruncated;
import io.schemamemory.domain.ddl.SchemaChange.ViewCreated;
import io.schemamemory.domain.ddl.SchemaChange.ViewDropped;
import io.schemamemory.domain.ddl.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a schema change does to one table or view.
///
/// @param did in one word, such as `ALTER`
record ChangedTable(TableName table, Fate fate, String did) {
  /// What became of a table.
  enum Fate {
    ALTERED,
    /// Altered or made: the statement does not say.
    REPLACED,
    MADE,
    ENDED;

    /// Whether it exists afterwards; null if the statement does not say.
    @Nullable Boolean exists(boolean reverted) {
      return switch (this) {
        case ALTERED -> true;
        case REPLACED -> reverted ? null : true;
        case MADE -> !reverted;
        case ENDED -> reverted;
      };
    }
  }

  /// The tables that one statement changes. Altered ones come first: a clause may alter the table
  /// under the name that another clause gives it or takes from it.
  static List<ChangedTable> allOf(List<SchemaChange> changes) {
    return changes.stream()
        .flatMap(ChangedTable::of)
        .sorted(Comparator.comparing(one -> one.fate() != Fate.ALTERED))
        .toList();
  }

  private static Stream<ChangedTable> of(SchemaChange change) {
    return switch (change) {
      case TableCreated made -> of(made.table(), Fate.MADE, "CREATE");
      case ViewCreated made ->
          of(made.table(), made.orReplace() ? Fate.REPLACED : Fate.MADE, "CREATE");
      case TableDropped dropped -> of(dropped.table(), Fate.ENDED, "DROP");
      case ViewDropped dropped -> of(dropped.table(), Fate.ENDED, "DROP");
      case TableRenamed renamed ->
          Stream.concat(
              of(renamed.table(), Fate.ENDED, "RENAME"), of(renamed.to(), Fate.MADE, "RENAME"));
      case PartitioningChanged(TableName table, Repartitioning.Exchanged exchanged) ->
          Stream.concat(
              of(table, Fate.ALTERED, "ALTER"), of(exchanged.with(), Fate.ALTERED, "ALTER"));
      case TableTruncated emptied -> of(emptied.table(), Fate.ALTERED, "TRUNCATE");
      default -> of(change.table(), Fate.ALTERED, "ALTER");
    };
  }

  private static Stream<ChangedTable> of(@Nullable TableName table, Fate fate, String did) {
    return table == null ? Stream.empty() : Stream.of(new ChangedTable(table, fate, did));
  }
}
