package io.schemamemory.local.rehearsal;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.demo.Cast;
import io.schemamemory.testkit.Rows;
import java.util.List;

/// What the memory holds of the rehearsal's deploy request, read with the reader's login.
record Memory(DatabaseUrl reader, Cast cast) {
  /// Its story, or nothing.
  List<String> story() {
    return lines(
        "select story from memory.story where number = %d and branch = '%s'"
            .formatted(cast.number(), cast.branch()));
  }

  /// Whether one of its events is in the timeline.
  boolean has(String kind) {
    return !lines(
            "select kind from memory.timeline where deploy_request = '%s' and kind = '%s'"
                .formatted(cast.id(), kind))
        .isEmpty();
  }

  /// How many entries it has.
  int entries() {
    return lines(
            "select id::text from memory.timeline where deploy_request = '%s'".formatted(cast.id()))
        .size();
  }

  private List<String> lines(String query) {
    return Rows.of(reader, "", query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
