package io.schemamemory.job;

import io.schemamemory.data.runs.Run;
import java.util.Map;

/// What a run did, as the record of runs tells it.
public interface Recorded {
  /// How it ended.
  Run.Outcome outcome();

  /// What it did, by name; names are ours and need no escaping.
  Map<String, Long> numbers();
}
