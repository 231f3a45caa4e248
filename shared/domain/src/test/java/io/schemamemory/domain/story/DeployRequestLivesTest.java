package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Milestone.CLOSED;
import static io.schemamemory.domain.event.Milestone.IN_PROGRESS;
import static io.schemamemory.domain.event.Milestone.OPENED;
import static io.schemamemory.domain.event.Milestone.SCHEMA_APPLIED;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts.AuditEntry;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.Channel;
import io.schemamemory.domain.observation.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployRequestLivesTest {
  private static final Sighting OPEN = seen(Snapshot.of(OPENED, 0));
  private static final Sighting DEPLOYED =
      seen(Snapshot.of(SCHEMA_APPLIED, 5).queued(1, JANE).finished(5));
  private static final Sighting NEXT_OPEN = seen(Snapshot.of(OPENED, 100).created(100));
  private static final Sighting NEXT_DEPLOYED =
      seen(Snapshot.of(SCHEMA_APPLIED, 105).created(100).queued(101, JANE).finished(105));
  private static final Sighting ENDED = seen(Snapshot.of(CLOSED, 10).closed(10, JANE));

  @ParameterizedTest
  @CsvSource({"-2, false", "0, true", "5, true", "10, true", "12, false"})
  void a_number_counts_from_the_opening_to_the_close(int minute, boolean counts) {
    DeployRequestLives lives = DeployRequestLives.of(Map.of("dr1", List.of(OPEN, DEPLOYED, ENDED)));

    assertThat(lives.idOf(entry(null, 42L, minute)).isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"4, true", "5, true", "7, false"})
  void without_a_close_it_counts_until_the_schema_changed(int minute, boolean counts) {
    DeployRequestLives lives = DeployRequestLives.of(Map.of("dr1", List.of(OPEN, DEPLOYED)));

    assertThat(lives.idOf(entry(null, 42L, minute)).isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"50, dr1", "98, dr1", "100, dr2", "105, dr2", "150,", "-2,"})
  void the_next_of_the_same_number_ends_one_that_was_never_closed(int minute, @Nullable String id) {
    DeployRequestLives lives =
        DeployRequestLives.of(
            Map.of("dr1", List.of(OPEN), "dr2", List.of(NEXT_OPEN, NEXT_DEPLOYED)));

    assertThat(lives.idOf(entry(null, 42L, minute)).orElse(null)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"dr1", "dr9"})
  void the_id_decides_whenever_it_was(String id) {
    DeployRequestLives lives = DeployRequestLives.of(Map.of("dr1", List.of(OPEN, ENDED)));

    assertThat(lives.idOf(entry(id, 42L, -5000))).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"43", "0"})
  void another_number_is_that_of_none(long number) {
    DeployRequestLives lives = DeployRequestLives.of(Map.of("dr1", List.of(OPEN)));

    assertThat(lives.idOf(entry(null, number, 1))).isEmpty();
    assertThat(lives.idOf(entry(null, null, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1"})
  void two_that_were_open_at_once_are_told_apart_by_nothing(int minute) {
    DeployRequestLives lives =
        DeployRequestLives.of(Map.of("dr1", List.of(OPEN), "dr2", List.of(OPEN)));

    assertThat(lives.idOf(entry(null, 42L, minute))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void without_its_opening_it_counts_from_what_is_known(int minute, boolean counts) {
    Sighting begun = seen(Snapshot.of(IN_PROGRESS, 3).created(null).queued(2, JANE).started(3));

    assertThat(
            DeployRequestLives.of(Map.of("dr1", List.of(begun)))
                .idOf(entry(null, 42L, minute))
                .isPresent())
        .isEqualTo(counts);
  }

  /// dr1 was called shop until minute 20, dr2 from then on; both are open throughout.
  @ParameterizedTest
  @CsvSource({"15, dr1", "25, dr2"})
  void of_two_databases_that_swapped_their_names_the_one_that_had_it_then_counts(
      int minute, String id) {
    DeployRequestLives lives =
        DeployRequestLives.of(
            Map.of(
                "dr1", List.of(OPEN, in("store", 20), in("store", 30)),
                "dr2", List.of(in("store", 10), in("store", 18), in("shop", 21))));

    assertThat(lives.idOf(entry(null, 42L, minute))).contains(id);
  }

  @ParameterizedTest
  @CsvSource({"25"})
  void an_entry_under_a_former_name_counts_where_no_other_had_it(int minute) {
    DeployRequestLives lives = DeployRequestLives.of(Map.of("dr1", List.of(OPEN, in("store", 20))));

    assertThat(lives.idOf(entry(null, 42L, minute))).contains("dr1");
  }

  private static Sighting in(String database, int minute) {
    Event event = Snapshot.of(IN_PROGRESS, minute).event();
    Envelope envelope =
        new Envelope(event.envelope().event(), event.envelope().sentAt(), "acme", database);
    return Sighting.of(
        new Event(envelope, event.facts(), List.of(), List.of()),
        Channel.WEBHOOK,
        "default",
        "d" + minute,
        Snapshot.RECEIVED);
  }

  private static Sighting seen(Snapshot snapshot) {
    return Sighting.of(snapshot.event(), Channel.WEBHOOK, "default", "d", Snapshot.RECEIVED);
  }

  private static Sighting entry(@Nullable String id, @Nullable Long number, int minute) {
    Instant at = Snapshot.minute(minute);
    AuditEntry entry =
        new AuditEntry("a1", "any", null, null, null, null, null, id, number, at, null);
    Event event = new Event(new Envelope("any", at, "acme", "shop"), entry, List.of(), List.of());
    return Sighting.of(event, Channel.AUDIT_LOG, "acme", "d", Snapshot.RECEIVED);
  }
}
