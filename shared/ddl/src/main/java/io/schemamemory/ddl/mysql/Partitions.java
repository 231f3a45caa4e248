package io.schemamemory.ddl.mysql;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByAddPartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByCoalescePartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByDropPartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByExchangePartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByRemovePartitioningContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByReorganizePartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterByTruncatePartitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterPartitionSpecificationContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionDefinitionContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PartitionDefinitionsContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.UidContext;
import io.schemamemory.domain.ddl.Repartitioning;
import io.schemamemory.domain.ddl.Repartitioning.Added;
import io.schemamemory.domain.ddl.Repartitioning.AddedByNumber;
import io.schemamemory.domain.ddl.Repartitioning.Coalesced;
import io.schemamemory.domain.ddl.Repartitioning.Dropped;
import io.schemamemory.domain.ddl.Repartitioning.Exchanged;
import io.schemamemory.domain.ddl.Repartitioning.Partitioned;
import io.schemamemory.domain.ddl.Repartitioning.Reorganized;
import io.schemamemory.domain.ddl.Repartitioning.Truncated;
import io.schemamemory.domain.ddl.Repartitioning.Unpartitioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a table is partitioned.
record Partitions(MySqlWords words) {
  Repartitioning by(PartitionDefinitionsContext definitions) {
    return new Partitioned(words.written(definitions.partitionFunctionDefinition()));
  }

  /// Null if the clause leaves the partitions as they are, such as `analyze partition`.
  @Nullable Repartitioning of(AlterPartitionSpecificationContext clause) {
    return switch (clause) {
      case AlterByAddPartitionContext c -> new Added(names(c.partitionDefinition()));
      case AlterByDropPartitionContext c -> new Dropped(words.names(c.uidList()));
      case AlterByTruncatePartitionContext c -> new Truncated(words.names(c.uidList()));
      case AlterByReorganizePartitionContext c ->
          new Reorganized(words.names(c.uidList()), names(c.partitionDefinition()));
      case AlterByCoalescePartitionContext c -> byNumber(c);
      case AlterByExchangePartitionContext c ->
          new Exchanged(words.name(c.uid()), words.table(c.tableName()));
      case AlterByRemovePartitioningContext _ -> new Unpartitioned();
      default -> null;
    };
  }

  /// `add partition partitions 2` is parsed as `coalesce partition 2`.
  private Repartitioning byNumber(AlterByCoalescePartitionContext clause) {
    String by = words.written(clause.decimalLiteral());
    boolean adds = clause.COALESCE().getText().equalsIgnoreCase("ADD");
    return adds ? new AddedByNumber(by) : new Coalesced(by);
  }

  private List<String> names(List<PartitionDefinitionContext> definitions) {
    return definitions.stream()
        .map(definition -> words.name(definition.getRuleContext(UidContext.class, 0)))
        .toList();
  }
}
