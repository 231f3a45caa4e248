package io.schemamemory.job;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.PooledConnection;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;

/// Gives Micronaut's data source connections like [PooledConnection]'s: safe through a transaction
/// pooler, protected, and no more than two.
@Singleton
class PooledDatasource implements BeanCreatedEventListener<DatasourceConfiguration> {
  /// How long after its last use a connection is taken for alive without asking.
  private static final String TRUSTED_MILLIS = "com.zaxxer.hikari.aliveBypassWindowMs";

  @Override
  public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
    DatasourceConfiguration datasource = event.getBean();
    datasource.setUrl(DatabaseSetting.of(Environment.ofProcess()).reveal());
    PooledConnection.properties()
        .forEach((name, value) -> datasource.addDataSourceProperty(name.toString(), value));
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
