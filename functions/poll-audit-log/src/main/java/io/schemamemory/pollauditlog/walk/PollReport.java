package io.schemamemory.pollauditlog.walk;

import io.schemamemory.data.runs.Run.Outcome;
import io.schemamemory.job.Counts;
import io.schemamemory.job.Recorded;
import io.schemamemory.pollauditlog.walk.WalkResult.Failed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a run did, and what people must do after a failure.
public record PollReport(Counts<PollCounter> counts, List<String> failures) implements Recorded {
  static final PollReport NONE = new PollReport(Counts.none(PollCounter.class), List.of());

  public PollReport {
    failures = List.copyOf(failures);
  }

  /// What a run did to one feed.
  static PollReport of(String organization, WalkResult result, Counts<FeedCounter> counts) {
    return new PollReport(
        Counts.of(result.counter())
            .plus(PollCounter.PAGES, counts.count(FeedCounter.PAGES))
            .plus(PollCounter.ENTRIES, counts.count(FeedCounter.ENTRIES))
            .plus(PollCounter.QUARANTINED, counts.count(FeedCounter.QUARANTINED)),
        result instanceof Failed(String whatToDo)
            ? List.of(organization + ": " + whatToDo)
            : List.of());
  }

  PollReport plus(PollReport other) {
    return new PollReport(
        counts.plus(other.counts),
        Stream.concat(failures.stream(), other.failures.stream()).toList());
  }

  @Override
  public Outcome outcome() {
    return counts.outcome();
  }

  @Override
  public Map<String, Long> numbers() {
    return counts.numbers();
  }
}
