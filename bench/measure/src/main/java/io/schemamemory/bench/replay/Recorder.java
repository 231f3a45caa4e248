package io.schemamemory.bench.replay;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records each committed transaction: its statements, their parameters and their answers.
final class Recorder {
  private List<List<RecordedStatement>> transactions = new ArrayList<>();

  /// Forgets what was recorded; call it while no transaction is open.
  synchronized void clear() {
    transactions = new ArrayList<>();
  }

  synchronized List<List<RecordedStatement>> transactions() {
    return List.copyOf(transactions);
  }

  /// Unprepared statements are not recorded: they are the pool's checks that a connection is alive.
  Connection over(Connection real) {
    List<RecordedStatement> open = new ArrayList<>();
    return proxy(
        Connection.class,
        (_, method, arguments) ->
            switch (method.getName()) {
              case "prepareStatement" -> statement(real, (String) arguments[0], open);
              case "prepareCall" ->
                  throw new IllegalStateException(method.getName() + " is not recorded");
              case "commit" -> commit(real, open);
              case "rollback" -> rollback(real, open);
              default -> call(real, method, arguments);
            });
  }

  private @Nullable Object commit(Connection real, List<RecordedStatement> open)
      throws SQLException {
    real.commit();
    if (!open.isEmpty()) {
      add(List.copyOf(open));
      open.clear();
    }
    return null;
  }

  private static @Nullable Object rollback(Connection real, List<RecordedStatement> open)
      throws SQLException {
    real.rollback();
    open.clear();
    return null;
  }

  private synchronized void add(List<RecordedStatement> transaction) {
    transactions.add(transaction);
  }

  /// Scrollable, because the rows are read twice: here and by the caller.
  private static PreparedStatement statement(
      Connection real, String sql, List<RecordedStatement> open) throws SQLException {
    PreparedStatement statement =
        real.prepareStatement(sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
    List<ParameterSetter> settings = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) ->
            switch (method.getName()) {
              case "executeQuery" -> query(statement, sql, settings, open);
              case "executeUpdate" -> update(statement, sql, settings, open);
              case "execute", "addBatch", "executeLargeUpdate" ->
                  throw new IllegalStateException(method.getName() + " is not recorded");
              default -> {
                if (method.getName().startsWith("set") && method.getParameterCount() > 1) {
                  settings.add(ParameterSetter.of(method, arguments));
                }
                yield call(statement, method, arguments);
              }
            });
  }

  private static ResultSet query(
      PreparedStatement statement,
      String sql,
      List<ParameterSetter> settings,
      List<RecordedStatement> open)
      throws SQLException {
    ResultSet rows = statement.executeQuery();
    List<Object> first = new ArrayList<>();
    while (rows.next()) {
      first.add(rows.getObject(1));
    }
    rows.beforeFirst();
    open.add(new RecordedStatement(sql, settings, first));
    return rows;
  }

  private static int update(
      PreparedStatement statement,
      String sql,
      List<ParameterSetter> settings,
      List<RecordedStatement> open)
      throws SQLException {
    int updated = statement.executeUpdate();
    open.add(new RecordedStatement(sql, settings, List.of()));
    return updated;
  }

  private static @Nullable Object call(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
