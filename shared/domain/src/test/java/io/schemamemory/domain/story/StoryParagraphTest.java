package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.ddl.Readings;
import io.schemamemory.domain.event.DdlStatement;
import io.schemamemory.domain.event.Milestone;
import io.schemamemory.domain.event.Snapshot;
import io.schemamemory.domain.observation.EntryText;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryParagraphTest {
  private static final int A_DAY = 24 * 60;

  @Test
  void a_deployment_names_who_brought_it_in_and_its_ddl() {
    EntryText paragraph = paragraph(applied());

    assertThat(paragraph.template())
        .isEqualTo(
            "On 2026-05-02 {1} deployed schema changes to main of acme/shop: ALTER on customers"
                + " (data may be lost); deploy request #42 from add-index."
                + " It was opened at 00:00:00 UTC by {2}, queued at 00:01:00 by {2},"
                + " cut over at 00:04:00 by {1},"
                + " deployed at 00:05:00 (4 minutes after it was queued)."
                + " DDL: ALTER TABLE `customers` DROP `fax`.");
    assertThat(paragraph.people()).containsExactly(SAM, JANE);
  }

  @Test
  void a_deployment_without_known_people_names_none() {
    Snapshot applied = Snapshot.of(Milestone.SCHEMA_APPLIED, 5).queued(1, null).changing(DROP);

    assertThat(paragraph(applied).template())
        .startsWith("On 2026-05-02 schema changes were deployed to main of acme/shop: ALTER");
    assertThat(paragraph(applied.withoutPeople()).people()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10,  ; reverted 5 minutes later., ' reverted at 00:10:00 by {1}.'",
    "1450, ; reverted 1 day later., ' reverted on 2026-05-03 at 00:10:00 by {1}.'"
  })
  void a_revert_says_how_long_the_change_was_in_use(int minute, String headline, String course) {
    assertThat(paragraph(applied(), reverted(minute).reverted(minute, SAM)).template())
        .contains(headline)
        .contains(course);
  }

  @Test
  void a_revert_without_its_time_is_still_mentioned() {
    Snapshot reverted = Snapshot.of(Milestone.CLOSED, 10).state("complete_revert");

    assertThat(paragraph(reverted).template()).contains("from add-index; reverted.");
  }

  @Test
  void a_revert_that_failed_says_why() {
    Snapshot closed =
        closed("complete_revert_error")
            .queued(1, JANE)
            .failing("lock wait timeout.")
            .cutOver(4, SAM);

    assertThat(paragraph(closed).template())
        .contains("from add-index; reverting it failed: lock wait timeout. It was");
  }

  @Test
  void a_deployment_says_until_when_it_can_be_reverted() {
    assertThat(paragraph(applied().revertibleUntil(35)).template())
        .contains(" Revertible until 2026-05-02 00:35:00 UTC.");
    assertThat(paragraph(applied(), reverted(10).revertibleUntil(35)).template())
        .doesNotContain("Revertible");
  }

  @Test
  void an_instant_deployment_says_that_it_cannot_be_reverted() {
    assertThat(paragraph(applied().instant().revertibleUntil(35)).template())
        .contains(" Deployed instantly, it cannot be reverted.")
        .doesNotContain("Revertible");
  }

  @Test
  void an_approval_without_person_and_time_is_still_mentioned() {
    assertThat(paragraph(applied().approved()).template())
        .contains("opened at 00:00:00 UTC by {2} and approved, queued");
  }

  @Test
  void a_cancelled_run_names_who_cancelled_it() {
    Snapshot closed = closed("complete_cancel").queued(1, JANE).cancelled(JANE).finished(8);

    assertThat(paragraph(closed).template())
        .startsWith("On 2026-05-03 {1} closed deploy request #42")
        .contains("cancelled at 00:08:00 by {2}, closed on 2026-05-03 at 00:00:00 by {1}.");
  }

  @Test
  void a_failure_gives_each_of_its_errors_without_a_second_full_stop() {
    Snapshot errored =
        Snapshot.of(Milestone.ERRORED, 2).state("error").failing("No unique key.", "another");

    assertThat(paragraph(errored).template())
        .isEqualTo(
            "On 2026-05-02 deploy request #42 from add-index into main of acme/shop failed:"
                + " No unique key; another."
                + " It was opened at 00:00:00 UTC by {1}, stopped by an error at 00:02:00.");
  }

  @Test
  void the_same_statement_of_several_keyspaces_says_of_which() {
    DdlStatement[] three =
        Stream.of("eu", "us", "ap")
            .map(one -> new DdlStatement(one, "t", "ALTER", "drop x", false, false, null))
            .toArray(DdlStatement[]::new);

    assertThat(paragraph(Snapshot.of(Milestone.OPENED, 1).changing(three)).template())
        .contains(
            ": ALTER on t in keyspace eu; ALTER on t in keyspace us; ALTER on t in keyspace ap;")
        .endsWith(" DDL: drop x in keyspace eu; drop x in keyspace us; drop x in keyspace ap.");
  }

  @Test
  void a_request_closed_undeployed_says_so() {
    assertThat(paragraph(closed("ready")).template())
        .isEqualTo(
            "On 2026-05-03 {1} closed deploy request #42 from add-index into main of acme/shop,"
                + " without deploying it. It was opened on 2026-05-02 at 00:00:00 UTC by {2},"
                + " closed on 2026-05-03 at 00:00:00 by {1}.");
  }

  @Test
  void a_request_without_changes_says_so() {
    assertThat(paragraph(closed("no_changes")).template())
        .contains("acme/shop, which changed nothing.");
  }

  @Test
  void a_request_without_changes_is_open_until_it_is_closed() {
    Snapshot open = Snapshot.of(Milestone.OPENED, 0).state("no_changes");

    assertThat(paragraph(open).template()).contains("opened").endsWith("; nothing to change.");
  }

  @Test
  void an_unknown_opener_or_closer_is_called_somebody() {
    Snapshot closed = Snapshot.of(Milestone.CLOSED, 9).closed(9, null).withoutPeople();

    assertThat(paragraph(closed).template())
        .startsWith("On 2026-05-02 somebody closed deploy request");
    assertThat(paragraph(Snapshot.of(Milestone.OPENED, 0).withoutPeople()).template())
        .startsWith("On 2026-05-02 somebody opened deploy request");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENED, not deployed yet",
    "QUEUED, queued",
    "IN_PROGRESS, in progress",
    "PENDING_CUTOVER, waiting for someone to cut it over"
  })
  void a_request_in_progress_says_how_far_it_is(Milestone milestone, String how) {
    assertThat(paragraph(Snapshot.of(milestone, 3).changing(DROP)).template())
        .isEqualTo(
            "On 2026-05-02 {1} opened deploy request #42 from add-index into main of acme/shop:"
                + " ALTER on customers (data may be lost); "
                + how
                + ". DDL: ALTER TABLE `customers` DROP `fax`.");
  }

  private static EntryText paragraph(Snapshot... snapshots) {
    return StoryParagraph.of(
        StoryFold.of(Stream.of(snapshots).map(Snapshot::snapshot).toList()), Readings.nothing());
  }

  private static Snapshot applied() {
    return Snapshot.of(Milestone.SCHEMA_APPLIED, 5)
        .queued(1, JANE)
        .cutOver(4, SAM)
        .finished(5)
        .changing(DROP);
  }

  private static Snapshot reverted(int minute) {
    return Snapshot.of(Milestone.REVERTED, minute).cutOver(4, SAM).changing(DROP);
  }

  private static Snapshot closed(String state) {
    return Snapshot.of(Milestone.CLOSED, A_DAY).closed(A_DAY, SAM).state(state);
  }
}
