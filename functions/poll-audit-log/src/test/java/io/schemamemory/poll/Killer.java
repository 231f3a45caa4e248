package io.schemamemory.poll;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Kills a run at its n-th step, just before or just after a statement, a commit or an answer:
/// from then on nothing reaches the database any more.
@Singleton
final class Killer implements BeanCreatedEventListener<DataSource>, Ordered {
  private static final Set<String> STEPS =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "commit");

  private static int left = Integer.MAX_VALUE;
  private static boolean dead;

  /// What is thrown where it dies.
  static final class Killed extends SQLException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", "08006");
    }
  }

  static synchronized void at(int step) {
    left = step;
    dead = false;
  }

  static synchronized boolean struck() {
    return dead;
  }

  /// Counts a step; false once it is dead.
  static synchronized boolean step() {
    dead |= --left <= 0;
    return !dead;
  }

  /// Before the framework wraps it.
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
    return proxy(
        DataSource.class,
        event.getBean(),
        (method, result) -> result instanceof Connection connection ? proxy(connection) : result);
  }

  private static Connection proxy(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (method, result) ->
            result instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, statement, (_, it) -> it)
                : result);
  }

  private interface Wrapping {
    @Nullable Object of(Method method, @Nullable Object result);
  }

  private static <T> T proxy(Class<T> type, T real, Wrapping wrapping) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              boolean counts = STEPS.contains(method.getName());
              boolean opens = method.getName().equals("getConnection");
              if ((counts && !step()) || (opens && struck())) {
                throw new Killed();
              }
              @Nullable Object result = invoke(real, method, arguments);
              if (counts && !step()) {
                throw new Killed();
              }
              return wrapping.of(method, result);
            }));
  }

  private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }
}
