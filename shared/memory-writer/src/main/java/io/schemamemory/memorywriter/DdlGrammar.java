package io.schemamemory.memorywriter;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.StatementReader;
import jakarta.inject.Singleton;

/// How the statements of deploy requests are read: only MySQL databases have deploy requests.
@Factory
class DdlGrammar {
  @Singleton
  StatementReader reader() {
    // One for all statements: its parser is faster with each statement it has seen.
    DdlReader ddl = new DdlReader();
    return new StatementReader(
        statement -> ddl.read(Dialect.MYSQL, statement.keyspace(), statement.ddl()));
  }
}
