package io.schemamemory.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Kills a worker at its n-th step: from then on nothing it does reaches the database.
///
/// Before and after each statement and each commit is a step. Open transactions are rolled back, as
/// the server does when a client dies.
public final class KillPoint {
  private static final Set<String> STEPS =
      Set.of(
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeLargeUpdate",
          "executeBatch",
          "executeLargeBatch",
          "commit");

  /// Not counted as steps, but refused after death; the last one commits what is open.
  private static final Set<String> OF_THE_LIVING = Set.of("getConnection", "setAutoCommit");

  private static final Set<Class<?>> WATCHED =
      Set.of(Connection.class, Statement.class, PreparedStatement.class, CallableStatement.class);

  private int left = Integer.MAX_VALUE;
  private boolean over;

  /// Thrown at the kill point, and by every later call.
  public static final class Killed extends SQLException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", "08006");
    }
  }

  /// Kills at this step; the first is 1.
  public synchronized void endAt(int step) {
    left = step;
    over = false;
  }

  /// Never kills.
  public void endNever() {
    endAt(Integer.MAX_VALUE);
  }

  /// Whether the worker was killed.
  public synchronized boolean isOver() {
    return over;
  }

  /// Counts a step, also one that does not use the database; false once killed.
  public synchronized boolean step() {
    over |= --left <= 0;
    return !over;
  }

  /// The data source, usable until the kill.
  public DataSource over(DataSource real) {
    return watched(DataSource.class, real);
  }

  private <T> T watched(Class<T> type, Object real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> call(real, method, arguments)));
  }

  private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean steps = STEPS.contains(method.getName());
    boolean refused = OF_THE_LIVING.contains(method.getName()) && isOver();
    if (refused || (steps && !step())) {
      throw new Killed();
    }
    @Nullable Object result = invoke(real, method, arguments);
    if (steps && !step()) {
      throw new Killed();
    }
    return result != null && WATCHED.contains(method.getReturnType())
        ? watched(method.getReturnType(), result)
        : result;
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
