package io.schemamemory.domain.observation;

import static io.schemamemory.domain.event.Milestone.QUEUED;
import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Snapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which of several sightings an observation shows, rule by rule; an earlier rule beats all later
/// ones.
class ObservationTest {
  private static final Sighting EARLY = seen(Channel.WEBHOOK, "aa", at(1).queued(1, JANE));
  private static final Sighting BETTER =
      seen(Channel.WEBHOOK, "aa", at(2).queued(1, JANE).changing(DROP));

  @Test
  void the_milestones_own_time_comes_first() {
    Sighting byApi = seen(Channel.API, "ff", at(9));

    assertTells(EARLY, byApi);
  }

  @Test
  void then_the_channel() {
    Sighting byApi = seen(Channel.API, "00", at(0).queued(1, JANE));
    Sighting byAuditLog = seen(Channel.AUDIT_LOG, "ff", at(9).queued(1, JANE));

    assertTells(byApi, BETTER);
    assertTells(EARLY, byAuditLog);
  }

  @Test
  void then_the_resources_age() {
    assertTells(BETTER, seen(Channel.WEBHOOK, "ff", at(1).queued(1, JANE)));
  }

  @Test
  void then_the_bytes() {
    assertTells(seen(Channel.WEBHOOK, "ab", at(1).queued(1, JANE)), EARLY);
  }

  @Test
  void a_resource_without_an_age_knows_less_than_any() {
    Sighting ageless = tested("ff", null);
    Sighting aged = tested("00", Snapshot.minute(1));

    assertTells(aged, ageless);
  }

  @Test
  void an_observation_gets_better_as_later_bodies_know_more() {
    assertThat(Observation.of(List.of(EARLY), Readings.nothing()).entry().template())
        .doesNotContain("customers");
    assertThat(Observation.of(List.of(EARLY, BETTER), Readings.nothing()).entry().template())
        .contains("ALTER on customers");
  }

  private static void assertTells(Sighting best, Sighting other) {
    assertThat(Observation.of(List.of(best, other), Readings.nothing()).best()).isEqualTo(best);
    assertThat(Observation.of(List.of(other, best, other), Readings.nothing()).best())
        .isEqualTo(best);
  }

  private static Sighting tested(String digest, @Nullable Instant updatedAt) {
    Envelope envelope = new Envelope("webhook.test", Snapshot.minute(9), "acme", "shop");
    Facts facts = new Facts.WebhookTest(updatedAt);
    return Sighting.of(
        new Event(envelope, facts, List.of(), List.of()),
        Channel.WEBHOOK,
        "default",
        digest,
        Snapshot.RECEIVED);
  }

  private static Snapshot at(int minute) {
    return Snapshot.of(QUEUED, minute);
  }

  private static Sighting seen(Channel channel, String digest, Snapshot snapshot) {
    return Sighting.of(snapshot.event(), channel, "default", digest, Snapshot.RECEIVED);
  }
}
