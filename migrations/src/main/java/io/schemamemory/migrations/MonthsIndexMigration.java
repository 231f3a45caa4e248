package io.schemamemory.migrations;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/// A migration that makes one index on a table with months while others write to it.
///
/// It runs outside a transaction, which is what CONCURRENTLY asks for, so it may stop anywhere;
/// run again, it goes on from there.
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
