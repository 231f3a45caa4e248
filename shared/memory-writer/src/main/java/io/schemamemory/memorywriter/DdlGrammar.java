package io.schemamemory.memorywriter;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.ddl.DdlReader;
import io.schemamemory.domain.ddl.Dialect;
import io.schemamemory.domain.ddl.StatementReader;
import jakarta.inject.Singleton;

/// How the statements of deploy requests are read: only MySQL databases have any.
@Factory
class DdlGrammar {
  @Singleton
  StatementReader reader() {
    // One for all statements: it learns as it reads.
    DdlReader ddl = new DdlReader();
    return new StatementReader(
        statement -> ddl.read(Dialect.MYSQL, statement.keyspace(), statement.ddl()));
  }
}
