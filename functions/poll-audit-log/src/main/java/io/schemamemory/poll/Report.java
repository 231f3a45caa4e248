package io.schemamemory.poll;

import java.util.List;

/// What a run did, and what of it somebody must mend.
record Report(Tally tally, List<String> failures) {
  Report {
    failures = List.copyOf(failures);
  }
}
