package io.schemamemory.domain.observation;

import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.BranchEvent;
import io.schemamemory.domain.event.Envelope;
import io.schemamemory.domain.event.Event;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.event.Facts.Volume;
import io.schemamemory.domain.event.Resources;
import io.schemamemory.domain.event.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the golden files of documented payloads do not show: what is missing, and other states.
class SentencesTest {
  @ParameterizedTest
  @CsvSource({
    ",    , Branch b of acme/shop is ready.",
    "main,, 'Branch b of acme/shop, made from main is ready.'",
    ", jane, 'Branch b of acme/shop, made by {1}, is ready.'",
    "main, jane, 'Branch b of acme/shop, made from main by {1}, is ready.'"
  })
  void a_branch_says_where_it_comes_from(
      @Nullable String parent, @Nullable String by, String entry) {
    ActorId maker = by == null ? null : JANE;

    assertThat(sentence(new Facts.Branch(BranchEvent.READY, "b1", "b", false, parent, maker, null)))
        .isEqualTo(entry);
  }

  @Test
  void a_production_branch_is_called_one() {
    Facts main = new Facts.Branch(BranchEvent.OUT_OF_MEMORY, "b1", "main", true, null, JANE, null);
    assertThat(sentence(main)).isEqualTo("Production branch main of acme/shop ran out of memory.");
  }

  @ParameterizedTest
  @CsvSource({
    "87, is 87 % full.",
    "87.25, is 87.3 % full.",
    "100, is 100 % full.",
    "0, is 0 % full.",
    ", is filling up."
  })
  void storage_says_how_full_it_is(@Nullable Double percentage, String end) {
    assertThat(sentence(new Facts.Storage("main", null, percentage, List.of())))
        .isEqualTo("Storage of branch main of acme/shop " + end);
  }

  @Test
  void of_several_shards_the_fullest_is_named() {
    Volume odd = new Volume(null, null, null, 99d);
    List<Volume> shards = List.of(shard("-80", 70d), shard("80-", 91.2), shard("x", null), odd);

    assertThat(sentence(new Facts.Storage("main", "billing", 80d, shards)))
        .isEqualTo(
            "Storage of keyspace billing on branch main of acme/shop is 80 % full"
                + " (shard 80-: 91.2 %).");
    assertThat(sentence(new Facts.Storage("main", "billing", 80d, shards.subList(0, 1))))
        .endsWith("is 80 % full.");
  }

  @ParameterizedTest
  @CsvSource({"1, hour, for 1 hour:", "2, day, for 2 days:", ", hour, acme:", "2,, acme:"})
  void an_access_request_says_for_how_long(
      @Nullable Long duration, @Nullable String unit, String part) {
    Facts.AccessRequest asked = Resources.accessRequest("pending");

    assertThat(sentence(access(asked, duration, unit, "acme", "Organization", SAM, null)))
        .contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "acme, Organization, to organization acme for",
    "shop, Database, to database shop for",
    "shop, Galaxy, to shop for",
    "shop, , to shop for",
    ", Database, to acme/shop for"
  })
  void an_access_request_says_to_what(@Nullable String target, @Nullable String type, String part) {
    Facts.AccessRequest asked = Resources.accessRequest(null);

    assertThat(sentence(access(asked, 1L, "hour", target, type, null, null)))
        .startsWith("PlanetScale staff asked for access ")
        .contains(part);
  }

  @Test
  void an_answered_access_request_says_who_answered() {
    Facts.AccessRequest asked = Resources.accessRequest("denied");

    assertThat(sentence(access(asked, 1L, "hour", "acme", "Organization", SAM, JANE)))
        .isEqualTo(
            "The request of PlanetScale staff ({1}) for access to organization acme is now denied,"
                + " answered by {2}: not now.");
  }

  @ParameterizedTest
  @CsvSource({
    "nightly, main, Backup nightly of branch main of acme/shop failed.",
    ", main, A backup of branch main of acme/shop failed.",
    "nightly, , Backup nightly of acme/shop failed."
  })
  void a_backup_says_what_it_is_of(@Nullable String name, @Nullable String branch, String entry) {
    assertThat(sentence(backup(name, branch, null))).isEqualTo(entry);
  }

  @Test
  void a_backup_started_by_a_person_names_them() {
    assertThat(sentence(backup("b", null, JANE)))
        .isEqualTo("Backup b of acme/shop, started by {1}, failed.");
  }

  @ParameterizedTest
  @CsvSource({
    "open, PlanetScale made schema recommendation #7",
    ", PlanetScale made schema recommendation #7",
    "applied, Schema recommendation #7 was applied",
    "dismissed, Schema recommendation #7 was dismissed",
    "stale, Schema recommendation #7 is now stale"
  })
  void a_recommendation_says_what_became_of_it(@Nullable String state, String beginning) {
    assertThat(sentence(Resources.recommendation(state)))
        .isEqualTo(beginning + " for table orders of acme/shop: Add index to table orders.");
  }

  @Test
  void a_recommendation_without_details_still_has_an_entry() {
    assertThat(
            sentence(
                new Facts.Recommendation(
                    "r",
                    "dismissed",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    JANE,
                    null,
                    null,
                    null,
                    null)))
        .isEqualTo("{1} dismissed schema recommendation for acme/shop.");
  }

  private static Volume shard(String name, @Nullable Double percentage) {
    return new Volume(name, null, null, percentage);
  }

  private static Facts access(
      Facts.AccessRequest like,
      @Nullable Long duration,
      @Nullable String unit,
      @Nullable String target,
      @Nullable String type,
      @Nullable ActorId by,
      @Nullable ActorId responder) {
    return new Facts.AccessRequest(
        like.id(),
        like.state(),
        by,
        responder,
        null,
        target,
        type,
        like.reason(),
        responder == null ? null : "not now.",
        duration,
        unit,
        null,
        null,
        null,
        null,
        null);
  }

  private static Facts backup(
      @Nullable String name, @Nullable String branch, @Nullable ActorId by) {
    return new Facts.Backup("b1", false, name, branch, null, by, null, null, null);
  }

  private static String sentence(Facts facts) {
    Envelope envelope = new Envelope("x.y", Snapshot.minute(0), "acme", "shop");
    Event event = new Event(envelope, facts, List.of(), List.of());
    Sighting sighting = Sighting.of(event, Channel.WEBHOOK, "default", "d1", Snapshot.RECEIVED);
    return EntrySentence.of(sighting, Readings.nothing()).template();
  }
}
