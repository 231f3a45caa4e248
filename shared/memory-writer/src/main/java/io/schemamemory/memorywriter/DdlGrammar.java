package io.schemamemory.memorywriter;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.StatementReader;
import io.schemamemory.domain.ddl.Understanding.NotUnderstood;
import io.schemamemory.domain.ddl.Understanding.Reason;
import jakarta.inject.Singleton;

/// How the statements of deploy requests are read: in the dialect of their database's engine.
@Factory
class DdlGrammar {
  @Singleton
  StatementReader reader() {
    // One for all statements: its parser is faster with each statement it has seen.
    DdlReader ddl = new DdlReader();
    return new StatementReader(
        statement ->
            Dialect.ofEngine(statement.engine())
                .map(dialect -> ddl.read(dialect, statement.keyspace(), statement.ddl()))
                .orElseGet(() -> new NotUnderstood(Reason.UNKNOWN_ENGINE)));
  }
}
