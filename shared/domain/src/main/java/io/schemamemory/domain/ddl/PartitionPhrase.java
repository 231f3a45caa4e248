package io.schemamemory.domain.ddl;

import static io.schemamemory.domain.ddl.PhraseWords.listed;
import static io.schemamemory.domain.ddl.PhraseWords.plain;

import java.util.List;

/// Words what becomes of a table's partitions: `drops partition p2020 from events`.
final class PartitionPhrase {
  private PartitionPhrase() {}

  static String of(Repartitioning how, String table) {
    return switch (how) {
      case Repartitioning.Partitioned c -> "partitions " + table + " by " + plain(c.by());
      case Repartitioning.Unpartitioned _ -> "removes the partitioning of " + table;
      case Repartitioning.Added c -> "adds " + partitions(c.partitions()) + " to " + table;
      case Repartitioning.Dropped c -> "drops " + partitions(c.partitions()) + " from " + table;
      case Repartitioning.Truncated c -> "empties " + partitions(c.partitions()) + " of " + table;
      case Repartitioning.Reorganized c ->
          "reorganizes %s of %s into %s"
              .formatted(partitions(c.partitions()), table, listed(c.into(), PhraseWords::plain));
      case Repartitioning.AddedByNumber c -> "adds " + numbered(c.by()) + " to " + table;
      case Repartitioning.Coalesced c -> "takes " + numbered(c.by()) + " from " + table;
      case Repartitioning.Exchanged c ->
          "exchanges partition %s of %s with table %s"
              .formatted(plain(c.partition()), table, plain(c.with()));
    };
  }

  private static String numbered(String by) {
    return plain(by) + (by.equals("1") ? " partition" : " partitions");
  }

  private static String partitions(List<String> names) {
    return names.isEmpty()
        ? "all partitions"
        : (names.size() == 1 ? "partition " : "partitions ") + listed(names, PhraseWords::plain);
  }
}
