package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Understood;
import io.schemamemory.domain.event.DdlStatement;
import java.util.List;

/// A statement of a deploy request and the result of reading it.
public record ReadStatement(DdlStatement statement, Understanding understanding) {
  /// Its changes; empty if it is not understood.
  public List<SchemaChange> changes() {
    return switch (understanding) {
      case Understood(List<SchemaChange> changes) -> changes;
      case NotUnderstood _ -> List.of();
    };
  }
}
