package io.schemamemory.job;

import io.schemamemory.data.runs.Run;
import io.schemamemory.data.runs.Runs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run under way, and its place in the record of runs once it has one.
public final class RecordedRun {
  private final String function;
  private @Nullable Run run;

  RecordedRun(String function) {
    this.function = function;
  }

  /// Takes its place, unless it has one, in the transaction of the caller.
  public void begin(Connection connection) throws SQLException {
    if (run == null) {
      run = new Runs(connection).begin(function);
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
}
