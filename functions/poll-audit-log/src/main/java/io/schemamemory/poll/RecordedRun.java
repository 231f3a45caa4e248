package io.schemamemory.poll;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.micronaut.transaction.TransactionOperations;
import io.schemamemory.data.Run;
import io.schemamemory.data.Runs;
import io.schemamemory.lambda.Deadline;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;

/// A run, with its place in the record of runs.
@Singleton
class RecordedRun {
  private static final String FUNCTION = "poll-audit-log";

  private final TransactionOperations<Connection> transactions;
  private final Poller poller;

  RecordedRun(TransactionOperations<Connection> transactions, Poller poller) {
    this.transactions = transactions;
    this.poller = poller;
  }

  Report run(Deadline deadline, LambdaLogger logger) {
    Run run = transactions.executeWrite(s -> new Runs(s.getConnection()).begin(FUNCTION));
    Report report = poller.run(deadline, logger);
    transactions.executeWrite(
        s -> {
          new Runs(s.getConnection()).end(run, outcome(report), numbers(report.tally()));
          return run;
        });
    return report;
  }

  private static Run.Outcome outcome(Report report) {
    return report.failures().isEmpty() ? Run.Outcome.DONE : Run.Outcome.FAILED;
  }

  private static Map<String, Long> numbers(Tally tally) {
    return Map.of(
        "feeds", (long) tally.feeds(),
        "held", (long) tally.held(),
        "unfinished", (long) tally.unfinished(),
        "failed", (long) tally.failed(),
        "pages", (long) tally.pages(),
        "entries", (long) tally.entries(),
        "quarantined", (long) tally.quarantined());
  }
}
