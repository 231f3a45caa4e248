package io.schemamemory.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseIndexTest {
  private static final String MARK = "-- released 0.1.0";
  private static final IndexLine FIRST = new IndexLine(1, "a".repeat(64), "create_inbox");
  private static final IndexLine SECOND = new IndexLine(2, "b".repeat(64), "create_people");

  /// The second is not released yet.
  private static final ReleaseIndex INDEX =
      ReleaseIndex.parse(List.of(FIRST.line(), MARK, SECOND.line()));

  @Test
  void the_index_lists_every_migration_with_its_hash() throws IOException {
    ReleaseIndex index = ReleaseIndex.parse(Files.readAllLines(Path.of("index.txt")));

    assertThat(index.problems(MigrationFile.all().stream().map(MigrationFile::indexLine).toList()))
        .isEmpty();
  }

  @Test
  void an_index_that_matches_the_files_has_no_problems() {
    assertThat(INDEX.problems(List.of(FIRST, SECOND))).isEmpty();
  }

  @Test
  void a_changed_released_file_must_become_a_new_migration() {
    IndexLine changed = new IndexLine(1, "c".repeat(64), "create_inbox");

    assertThat(INDEX.problems(List.of(changed, SECOND)))
        .containsExactly(
            "V001 was changed after it was released: undo the change and write a new migration");
  }

  @Test
  void an_unreleased_file_may_change_with_its_line() {
    IndexLine changed = new IndexLine(2, "c".repeat(64), "create_people");

    assertThat(INDEX.problems(List.of(FIRST, changed)))
        .containsExactly(
            "V002 was changed and is not released yet: its line is now\n" + changed.line());
    assertThat(
            ReleaseIndex.parse(List.of(FIRST.line(), MARK, changed.line()))
                .problems(List.of(FIRST, changed)))
        .isEmpty();
  }

  @Test
  void a_missing_released_file_is_a_problem() {
    assertThat(INDEX.problems(List.of(SECOND)))
        .containsExactly("V001 was released and its file is missing: restore it");
  }

  @Test
  void an_unreleased_file_may_be_deleted_with_its_line() {
    assertThat(INDEX.problems(List.of(FIRST)))
        .containsExactly(
            "V002 was not released and its file is missing: delete its line in index.txt");
  }

  @Test
  void files_above_the_last_mark_are_released() {
    ReleaseIndex next =
        ReleaseIndex.parse(List.of(FIRST.line(), MARK, SECOND.line(), "-- released 0.2.0"));

    assertThat(next.problems(List.of(FIRST)))
        .containsExactly("V002 was released and its file is missing: restore it");
  }

  @Test
  void nothing_is_released_while_the_mark_is_the_first_line() {
    ReleaseIndex none = ReleaseIndex.parse(List.of(MARK, FIRST.line()));

    assertThat(none.problems(List.of()))
        .containsExactly(
            "V001 was not released and its file is missing: delete its line in index.txt");
  }

  @Test
  void for_an_unlisted_file_the_message_gives_its_line() {
    IndexLine third = new IndexLine(3, "c".repeat(64), "create_stories");

    assertThat(INDEX.problems(List.of(FIRST, SECOND, third)))
        .containsExactly(
            "add this line at the end of migrations/index.txt:\nV003 "
                + "c".repeat(64)
                + " create_stories");
  }

  @Test
  void a_number_used_twice_is_a_problem() {
    IndexLine twice = new IndexLine(2, "c".repeat(64), "create_stories");

    assertThat(
            ReleaseIndex.parse(List.of(FIRST.line(), MARK, SECOND.line(), twice.line()))
                .problems(List.of(FIRST, SECOND, twice)))
        .containsExactly(
            "V002 is below V002 in index.txt: numbers must grow, so give the unreleased one the next"
                + " number",
            "V002 is used twice: give create_stories the next number");
  }

  @Test
  void a_malformed_line_is_refused() {
    assertThatThrownBy(() -> IndexLine.parse("V1 abc create_inbox"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("V1 abc create_inbox");
    assertThatThrownBy(() -> ReleaseIndex.parse(List.of(MARK, "-- not a release")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("-- not a release");
  }

  @Test
  void an_index_without_a_released_mark_is_refused() {
    assertThatThrownBy(() -> ReleaseIndex.parse(List.of(FIRST.line())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index.txt has no line `-- released 0.1.0`");
  }
}
