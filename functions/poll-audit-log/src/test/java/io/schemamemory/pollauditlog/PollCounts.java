package io.schemamemory.pollauditlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// A poll's answer, by the names it is read by.
record PollCounts(
    int feeds, int held, int unfinished, int failed, int pages, int entries, int quarantined) {
  static PollCounts of(Object answer) {
    Map<?, ?> counts = (Map<?, ?>) answer;
    assertThat(counts.keySet())
        .map(String::valueOf)
        .containsExactly(
            "feeds",
            "held",
            "unfinished",
            "failed",
            "pages",
            "entries",
            "quarantined",
            "not_connected");
    return new PollCounts(
        number(counts, "feeds"),
        number(counts, "held"),
        number(counts, "unfinished"),
        number(counts, "failed"),
        number(counts, "pages"),
        number(counts, "entries"),
        number(counts, "quarantined"));
  }

  private static int number(Map<?, ?> counts, String name) {
    return counts.get(name) instanceof Number number ? number.intValue() : -1;
  }
}
