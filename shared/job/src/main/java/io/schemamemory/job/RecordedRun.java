package io.schemamemory.job;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.runs.Run;
import io.schemamemory.data.runs.Runs;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run under way, and its place in the record of runs once it has one.
///
/// The record never fails the run: what it does counts, and a log line says that it is not
/// recorded.
public final class RecordedRun {
  private final String function;
  private final LambdaLogger logger;
  private boolean tried;
  private @Nullable Run run;

  RecordedRun(String function, LambdaLogger logger) {
    this.function = function;
    this.logger = logger;
  }

  /// Takes its place, unless it tried to, as the last step of the caller's transaction.
  ///
  /// @throws SQLException only if the connection is lost
  public void begin(Connection connection) throws SQLException {
    if (tried) {
      return;
    }
    tried = true;
    Savepoint before = connection.setSavepoint();
    try {
      run = new Runs(connection).begin(function);
    } catch (SQLException refused) {
      connection.rollback(before);
      isUnrecorded("beginning", refused);
    }
  }

  boolean hasBegun() {
    return run != null;
  }

  void end(Connection connection, Run.Outcome outcome, Map<String, Long> numbers)
      throws SQLException {
    if (run != null) {
      new Runs(connection).end(run, outcome, numbers);
    }
  }

  void isUnrecorded(String what, Exception failure) {
    Failure.log(logger, "the " + what + " of a run was not recorded, its work goes on", failure);
  }
}
