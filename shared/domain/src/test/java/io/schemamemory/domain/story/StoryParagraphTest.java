package io.schemamemory.domain.story;

import static io.schemamemory.domain.event.Snapshot.DROP;
import static io.schemamemory.domain.event.Snapshot.JANE;
import static io.schemamemory.domain.event.Snapshot.SAM;
import static org.assertj.core.api.Assertions.assertThat;

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
    EntryText told = told(applied());

    assertThat(told.template())
        .isEqualTo(
            "On 2026-05-02 {1} deployed schema changes to main of acme/shop: ALTER on customers"
                + " (data may be lost); deploy request #42 from add-index."
                + " DDL: ALTER TABLE `customers` DROP `fax`.");
    assertThat(told.people()).containsExactly(SAM);
  }

  @Test
  void a_deployment_nobody_is_known_for_names_nobody() {
    Snapshot applied = Snapshot.of(Milestone.SCHEMA_APPLIED, 5).queued(1, null).changing(DROP);

    assertThat(told(applied).template())
        .startsWith("On 2026-05-02 schema changes were deployed to main of acme/shop: ALTER");
    assertThat(told(applied).people()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10, ; reverted at 00:10:00 UTC.", "1450, ; reverted on 2026-05-03 at 00:10:00 UTC."})
  void a_revert_names_its_day_if_it_is_another(int minute, String told) {
    assertThat(told(applied(), reverted(minute).reverted(minute, SAM)).template()).contains(told);
  }

  @Test
  void a_revert_without_its_time_is_told_all_the_same() {
    assertThat(told(applied(), reverted(10)).template()).contains("from add-index; reverted");
  }

  @Test
  void a_failure_tells_its_first_error_without_a_second_full_stop() {
    Snapshot errored =
        Snapshot.of(Milestone.ERRORED, 2).state("error").failing("No unique key.", "another");

    assertThat(told(errored).template())
        .isEqualTo(
            "On 2026-05-02 deploy request #42 from add-index into main of acme/shop failed:"
                + " No unique key.");
  }

  @Test
  void what_was_closed_undeployed_says_so() {
    assertThat(told(closed("ready")).template())
        .isEqualTo(
            "On 2026-05-03 {1} closed deploy request #42 from add-index into main of acme/shop,"
                + " without deploying it.");
  }

  @Test
  void what_changed_nothing_says_so() {
    assertThat(told(closed("no_changes")).template()).endsWith("acme/shop, which changed nothing.");
  }

  @Test
  void what_changes_nothing_is_not_closed_before_it_is() {
    Snapshot open = Snapshot.of(Milestone.OPENED, 0).state("no_changes");

    assertThat(told(open).template()).contains("opened").endsWith("; nothing to change.");
  }

  @Test
  void whoever_closed_or_opened_it_unknown_is_somebody() {
    Snapshot closed = Snapshot.of(Milestone.CLOSED, 9).closed(9, null).byNobody();

    assertThat(told(closed).template()).startsWith("On 2026-05-02 somebody closed deploy request");
    assertThat(told(Snapshot.of(Milestone.OPENED, 0).byNobody()).template())
        .startsWith("On 2026-05-02 somebody opened deploy request");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENED, not deployed yet",
    "QUEUED, queued",
    "IN_PROGRESS, in progress",
    "PENDING_CUTOVER, waiting for someone to cut it over"
  })
  void what_is_under_way_says_how_far_it_is(Milestone milestone, String how) {
    assertThat(told(Snapshot.of(milestone, 3).changing(DROP)).template())
        .isEqualTo(
            "On 2026-05-02 {1} opened deploy request #42 from add-index into main of acme/shop:"
                + " ALTER on customers (data may be lost); "
                + how
                + ". DDL: ALTER TABLE `customers` DROP `fax`.");
  }

  private static EntryText told(Snapshot... snapshots) {
    return StoryParagraph.of(StoryFold.of(Stream.of(snapshots).map(Snapshot::telling).toList()));
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
