package io.schemamemory.poll;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.schemamemory.testkit.Lifespan;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/// Lets a test kill the function.
@Singleton
final class MortalConnections implements BeanCreatedEventListener<DataSource>, Ordered {
  static final Lifespan LIFESPAN = new Lifespan();

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
