package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.schemamemory.testkit.KillPoint;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Lets a test kill the function, if its environment has `MORTAL`.
@Singleton
@Requires(property = "mortal")
final class KillableDataSource implements BeanCreatedEventListener<DataSource>, Ordered {
  static final KillPoint LIFESPAN = new KillPoint();

  /// Before the framework wraps it.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return LIFESPAN.over(event.getBean());
  }
}
