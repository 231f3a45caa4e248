package io.schemamemory.memorywriter.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.ObservationKey;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightingsTest {
  /// Folded from the hand or read again, it must be the same.
  @ParameterizedTest
  @CsvSource({
    "2026-05-02T17:53:29.543217Z, 2026-05-02T17:53:29.543217Z",
    "2026-05-02T17:53:29.543217499Z, 2026-05-02T17:53:29.543217Z",
    "2026-05-02T17:53:29.543217501Z, 2026-05-02T17:53:29.543218Z",
    "2026-05-02T17:53:29.999999999Z, 2026-05-02T17:53:30Z",
  })
  void what_is_told_has_the_times_the_database_will_keep(Instant told, Instant kept) {
    Sighting sighting = Sightings.asStored(told(told)).sighting();

    assertThat(sighting.occurredAt()).isEqualTo(kept);
    assertThat(sighting.envelope().sentAt()).isEqualTo(kept);
    assertThat(sighting.receivedAt()).isEqualTo(kept);
  }

  private static IncomingSighting told(Instant at) {
    Sighting sighting =
        new Sighting(
            new ObservationKey("webhook.test/1"),
            Channel.WEBHOOK,
            "00",
            "webhook.test",
            new Envelope("webhook.test", at, "acme", "shop"),
            new Facts.WebhookTest(null),
            at,
            true,
            at);
    return new IncomingSighting(1, 7, true, sighting, List.of());
  }
}
