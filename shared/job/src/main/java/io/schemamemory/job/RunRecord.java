package io.schemamemory.job;

import io.schemamemory.data.runs.Run.Outcome;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Keeps the record of what runs did and how they ended; one that was killed has no end.
@Singleton
public class RunRecord {
  private final Transactions transactions;

  RunRecord(Transactions transactions) {
    this.transactions = transactions;
  }

  /// Does a run's work, on the record from its beginning.
  ///
  /// @param function whose run it is, by the name of its folder
  public <T extends Recorded> T keep(String function, Supplier<T> work) {
    return keepOnceBegun(
        function,
        run -> {
          transactions.run(run::begin);
          return work.get();
        });
  }

  /// Does a run's work, on the record from where the work says: one that comes often and finds
  /// nothing to do would fill it.
  ///
  /// @param function whose run it is, by the name of its folder
  public <T extends Recorded> T keepOnceBegun(String function, Function<RecordedRun, T> work) {
    RecordedRun run = new RecordedRun(function);
    T done = done(run, work);
    end(run, done.outcome(), done.numbers());
    return done;
  }

  private <T> T done(RecordedRun run, Function<RecordedRun, T> work) {
    try {
      return work.apply(run);
    } catch (RuntimeException failure) {
      try {
        end(run, Outcome.FAILED, Map.of());
      } catch (RuntimeException unrecorded) {
        failure.addSuppressed(unrecorded);
      }
      throw failure;
    }
  }

  private void end(RecordedRun run, Outcome outcome, Map<String, Long> numbers) {
    if (run.hasBegun()) {
      transactions.run(connection -> run.end(connection, outcome, numbers));
    }
  }
}
