package io.schemamemory.job.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/// Gives Micronaut's data source connections with the current login, safe through a transaction
/// pooler, protected, and no more than two.
@Singleton
class PooledDatasource implements BeanCreatedEventListener<DatasourceConfiguration> {
  /// How long after its last use a connection is taken for alive without asking.
  private static final String TRUSTED_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

  private final CurrentLogin login;

  PooledDatasource(CurrentLogin login) {
    this.login = login;
  }

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration datasource = event.getBean();
    datasource.setDataSource(new LoginDatasource(login));
    // One to read by while the other writes behind, each when somebody waits for it: PlanetScale's
    // pooler takes 100 clients in all.
    datasource.setMaximumPoolSize(2);
    datasource.setMinimumIdle(0);
    // The server's own. Hikari would ask its first connection, and if that is lost meanwhile,
    // refuse every later one: "isolation level -1 not supported".
    datasource.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    // Hikari's half a second spans the batches of a run: one lost in between would fail the next.
    System.setProperty(TRUSTED_MILLIS, "-1");
    return datasource;
  }
}
