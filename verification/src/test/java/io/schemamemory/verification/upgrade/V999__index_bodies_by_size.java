package io.schemamemory.verification.upgrade;

import io.schemamemory.migrations.MonthsIndex;
import io.schemamemory.migrations.MonthsIndexMigration;

/// A migration that no release has: an index on a table with months.
@SuppressWarnings("IdentifierName") // Flyway reads version and description from the name.
final class V999__index_bodies_by_size extends MonthsIndexMigration {
  static final String SUFFIX = "size_idx";
  static final String DEFINITION = "(octet_length(body))";

  V999__index_bodies_by_size() {
    super(new MonthsIndex("delivery_body", SUFFIX, DEFINITION));
  }
}
