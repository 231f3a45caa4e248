package io.schemamemory.migrateschema;

import io.schemamemory.migrations.MonthsIndex;
import io.schemamemory.migrations.MonthsIndexMigration;

/// An index on a table with months that no release has, as a release would have one.
@SuppressWarnings("IdentifierName") // Flyway reads version and description from the name.
final class V999__index_bodies_by_size extends MonthsIndexMigration {
  static final String SUFFIX = "size_idx";
  static final String DEFINITION = "(octet_length(body))";

  V999__index_bodies_by_size() {
    super(new MonthsIndex("delivery_body", SUFFIX, DEFINITION));
  }
}
