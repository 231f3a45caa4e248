package io.schemamemory.job.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.schemamemory.data.connection.DatabaseUrl;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The pool of connections, which is emptied when its login has changed.
@Singleton
public class ConnectionPool implements BeanCreatedEventListener<DataSource>, Ordered {
  private final CurrentLogin login;
  private @Nullable HikariDataSource pool;
  private @Nullable DatabaseUrl opensWith;

  ConnectionPool(CurrentLogin login) {
    this.login = login;
  }

  /// Before the framework wraps it.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    try {
      pool = event.getBean().unwrap(HikariDataSource.class);
    } catch (SQLException other) {
      throw new IllegalStateException("the data source is no pool", other);
    }
    return event.getBean();
  }

  /// Lets no transaction begin with a former login; one that has begun ends with it.
  ///
  /// @throws io.schemamemory.secrets.SecretException if the login's secret cannot be read, and
  ///     never was
  public synchronized void renew() {
    DatabaseUrl now = login.recentUrl();
    if (opensWith != null && !opensWith.equals(now) && pool != null) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    opensWith = now;
  }
}
