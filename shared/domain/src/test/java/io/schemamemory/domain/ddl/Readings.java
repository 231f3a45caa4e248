package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;

/// The meanings that tests give to statements.
public final class Readings {
  private Readings() {}

  public static StatementReader nothing() {
    return new StatementReader(_ -> new NotUnderstood(Reason.SYNTAX));
  }

  /// Gives each statement the same meaning.
  public static StatementReader of(SchemaChange... changes) {
    return new StatementReader(_ -> new Understood(List.of(changes)));
  }
}
