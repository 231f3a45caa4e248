package io.schemamemory.local.rehearsal.scene;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.local.demo.Cast;
import io.schemamemory.testkit.Rows;
import java.util.List;

/// What the memory holds of the rehearsal's deploy request, read with the reader's login.
public record Memory(DatabaseUrl reader, Cast cast) {
  /// Its story, or nothing.
  public List<String> story() {
    return lines(
        "select story from memory.story where number = %d and branch = '%s'"
            .formatted(cast.number(), cast.branch()));
  }

  /// Whether one of its events is in the timeline.
  public boolean has(String kind) {
    return !lines(
            "select kind from memory.timeline where deploy_request = '%s' and kind = '%s'"
                .formatted(cast.id(), kind))
        .isEmpty();
  }

  /// How many entries it has.
  public int entries() {
    return lines(
            "select id::text from memory.timeline where deploy_request = '%s'".formatted(cast.id()))
        .size();
  }

  /// Whether a test of the webhook arrived.
  public boolean tested() {
    return !lines("select kind from memory.timeline where kind = 'webhook.test'").isEmpty();
  }

  /// How many entries there are in all.
  public int all() {
    return lines("select id::text from memory.timeline").size();
  }

  private List<String> lines(String query) {
    return Rows.of(reader, "", query).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }
}
