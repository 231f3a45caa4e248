package io.schemamemory.domain.ddl;

import java.util.List;

/// What a statement does to a table's partitions.
public sealed interface Repartitioning {
  /// Cut into partitions.
  ///
  /// @param by as written: `RANGE (year)`
  record Partitioned(String by) implements Repartitioning {}

  /// One piece again.
  record Unpartitioned() implements Repartitioning {}

  /// New partitions.
  record Added(List<String> partitions) implements Repartitioning {
    public Added {
      partitions = List.copyOf(partitions);
    }
  }

  /// More partitions, by a number.
  record AddedByNumber(String by) implements Repartitioning {}

  /// Partitions go, with all their rows.
  record Dropped(List<String> partitions) implements Repartitioning {
    public Dropped {
      partitions = List.copyOf(partitions);
    }
  }

  /// Partitions lose all their rows; no names mean all partitions.
  record Truncated(List<String> partitions) implements Repartitioning {
    public Truncated {
      partitions = List.copyOf(partitions);
    }
  }

  /// Partitions are divided in another way; rows stay.
  record Reorganized(List<String> partitions, List<String> into) implements Repartitioning {
    public Reorganized {
      partitions = List.copyOf(partitions);
      into = List.copyOf(into);
    }
  }

  /// Fewer partitions, by a number.
  record Coalesced(String by) implements Repartitioning {}

  /// A partition and a table change places.
  record Exchanged(String partition, TableName with) implements Repartitioning {}
}
