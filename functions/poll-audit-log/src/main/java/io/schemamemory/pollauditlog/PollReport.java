package io.schemamemory.pollauditlog;

import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Recorded;
import io.schemamemory.pollauditlog.answer.PollCounts;
import java.util.List;
import java.util.Map;

/// What a run did, and what of it somebody must mend.
record PollReport(PollCounts tally, List<String> failures) implements Recorded {
  PollReport {
    failures = List.copyOf(failures);
  }

  @Override
  public Outcome outcome() {
    return failures.isEmpty() ? Outcome.DONE : Outcome.FAILED;
  }

  @Override
  public Map<String, Long> numbers() {
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
