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

  /// Whether it or a clause of it is not understood: then nobody here knows what it loses.
  public boolean isPartlyUnknown() {
    return switch (understanding) {
      case Understood(List<SchemaChange> changes) ->
          changes.stream().anyMatch(SchemaChange.ClauseNotUnderstood.class::isInstance);
      case NotUnderstood _ -> true;
    };
  }
}
