package io.schemamemory.domain.ddl;

import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import io.schemamemory.domain.ddl.Understanding.Understood;
import java.util.List;

/// What tests have statements mean.
public final class Readings {
  private Readings() {}

  public static StatementReader nothing() {
    return new StatementReader(_ -> new NotUnderstood(Reason.SYNTAX));
  }

  /// Each statement the same.
  public static StatementReader of(SchemaChange... changes) {
    return new StatementReader(_ -> new Understood(List.of(changes)));
  }
}
