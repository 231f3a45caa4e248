package io.schemamemory.domain.entity;

import java.util.Locale;

/// What an observation can be found by.
public enum Facet {
  ORGANIZATION,
  DATABASE,
  BRANCH,
  KEYSPACE,
  TABLE,
  COLUMN,
  DEPLOY_REQUEST,
  PERSON,
  KIND,
  OPERATION,
  DATA_LOSS;

  /// Whether its values name entities, of which the memory keeps when they were first and last
  /// seen.
  public boolean namesEntities() {
    return compareTo(PERSON) < 0;
  }

  /// The name in the database.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
