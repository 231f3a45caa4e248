package io.schemamemory.migrations;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/// A migration that builds one index on a table with months without blocking writers.
///
/// CONCURRENTLY requires that it runs outside a transaction, so it may stop anywhere; run again, it
/// continues from there.
public abstract class MonthsIndexMigration extends BaseJavaMigration {
  private final MonthsIndex index;

  protected MonthsIndexMigration(MonthsIndex index) {
    this.index = index;
  }

  @Override
  public final boolean canExecuteInTransaction() {
    return false;
  }

  @Override
  public final Integer getChecksum() {
    return index.checksum();
  }

  @Override
  public final void migrate(Context context) throws Exception {
    new MonthsIndexBuild(index, new OnlineStatements(context.getConnection())).run();
  }
}
