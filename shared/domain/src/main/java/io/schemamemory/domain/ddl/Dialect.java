package io.schemamemory.domain.ddl;

/// The SQL a database speaks.
public enum Dialect {
  MYSQL,
  POSTGRESQL
}
