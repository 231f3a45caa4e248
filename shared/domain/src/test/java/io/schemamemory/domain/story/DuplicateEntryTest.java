package io.schemamemory.domain.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateEntryTest {
  private static final Sighting OPENED =
      Sighting.of(
          Life.all().findFirst().orElseThrow().now(Milestone.OPENED).event(),
          Channel.WEBHOOK,
          "default",
          "d1",
          Snapshot.RECEIVED);

  @ParameterizedTest
  @CsvSource({
    "deploy_request.created, 0, true",
    "deploy_request.created, 60, true",
    "deploy_request.created, -60, true",
    "deploy_request.created, 61, false",
    "database_deploy_request.created, 1, true",
    "deploy_request.queued, 0, false",
    "deploy_request.approved, 0, false"
  })
  void an_entry_within_a_minute_duplicates_the_milestone(
      String action, long seconds, boolean duplicates) {
    Instant at = OPENED.occurredAt().plusSeconds(seconds);
    AuditEntry entry =
        new AuditEntry("a1", action, null, null, null, null, null, null, 42L, at, null);
    Event event = new Event(new Envelope(action, at, "acme", "shop"), entry, List.of(), List.of());

    assertThat(
            DuplicateEntry.of(
                    Sighting.of(event, Channel.AUDIT_LOG, "", "d", Snapshot.RECEIVED),
                    Map.of(7L, OPENED))
                .isPresent())
        .isEqualTo(duplicates);
  }
}
