package io.schemamemory.poll;

import io.schemamemory.data.Run.Outcome;
import io.schemamemory.pool.Recorded;
import java.util.List;
import java.util.Map;

/// What a run did, and what of it somebody must mend.
record Report(Tally tally, List<String> failures) implements Recorded {
  Report {
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
