package io.schemamemory.job;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Transactions.Task;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Keeps the record of what runs did and how they ended; one that was killed has no end.
///
/// It waits for a moment at most, and never fails the work that it records.
@Singleton
public class RunRecord {
  private final Transactions transactions;

  RunRecord(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Does a run's work, on the record from its beginning.
  ///
  /// @param function whose run it is, by the name of its folder
  public <T extends Recorded> T keep(String function, LambdaLogger logger, Supplier<T> work) {
    return keepOnceBegun(
        function,
        logger,
        run -> {
          attempt(run, "beginning", run::begin);
          return work.get();
        });
  }

  /// Does a run's work, on the record from where the work says: one that comes often and finds
  /// nothing to do would fill it.
  ///
  /// @param function whose run it is, by the name of its folder
  public <T extends Recorded> T keepOnceBegun(
      String function, LambdaLogger logger, Function<RecordedRun, T> work) {
    RecordedRun run = new RecordedRun(function, logger);
    T done = done(run, work);
    end(run, done.outcome(), done.numbers());
    return done;
  }

  private <T> T done(RecordedRun run, Function<RecordedRun, T> work) {
    try {
      return work.apply(run);
    } catch (RuntimeException failure) {
      end(run, Outcome.FAILED, Map.of());
      throw failure;
    }
  }

  private void end(RecordedRun run, Outcome outcome, Map<String, Long> numbers) {
    if (run.hasBegun()) {
      attempt(run, "end", connection -> run.end(connection, outcome, numbers));
    }
  }

  /// What was done counts, whether or not it is recorded.
  private void attempt(RecordedRun run, String what, Task task) {
    try {
      transactions.run(task);
    } catch (RuntimeException failure) {
      run.isUnrecorded(what, failure);
    }
  }
}
