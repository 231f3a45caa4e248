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
  void the_index_lists_every_migration_as_it_is() throws IOException {
    ReleaseIndex index = ReleaseIndex.parse(Files.readAllLines(Path.of("index.txt")));

    assertThat(index.problems(MigrationFile.all().stream().map(MigrationFile::indexLine).toList()))
        .isEmpty();
  }

  @Test
  void an_index_that_agrees_has_no_problem() {
    assertThat(INDEX.problems(List.of(FIRST, SECOND))).isEmpty();
  }

  @Test
  void a_released_file_that_was_changed_is_told_to_become_a_new_migration() {
    IndexLine changed = new IndexLine(1, "c".repeat(64), "create_inbox");

    assertThat(INDEX.problems(List.of(changed, SECOND)))
        .containsExactly(
            "V001 was changed after it was released: undo the change and write a new migration");
  }

  @Test
  void a_file_that_is_not_released_yet_may_change_with_its_line() {
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
  void a_released_file_that_is_gone_is_missed() {
    assertThat(INDEX.problems(List.of(SECOND)))
        .containsExactly("V001 was released and is gone: bring it back");
  }

  @Test
  void a_file_that_is_not_released_yet_may_go_with_its_line() {
    assertThat(INDEX.problems(List.of(FIRST)))
        .containsExactly("V002 is gone and was not released: delete its line in index.txt");
  }

  @Test
  void what_stands_above_the_last_mark_is_released() {
    ReleaseIndex next =
        ReleaseIndex.parse(List.of(FIRST.line(), MARK, SECOND.line(), "-- released 0.2.0"));

    assertThat(next.problems(List.of(FIRST)))
        .containsExactly("V002 was released and is gone: bring it back");
  }

  @Test
  void nothing_is_released_while_the_mark_stands_first() {
    ReleaseIndex none = ReleaseIndex.parse(List.of(MARK, FIRST.line()));

    assertThat(none.problems(List.of()))
        .containsExactly("V001 is gone and was not released: delete its line in index.txt");
  }

  @Test
  void an_unlisted_file_is_answered_with_its_line() {
    IndexLine third = new IndexLine(3, "c".repeat(64), "create_stories");

    assertThat(INDEX.problems(List.of(FIRST, SECOND, third)))
        .containsExactly(
            "add this line at the end of migrations/index.txt:\nV003 "
                + "c".repeat(64)
                + " create_stories");
  }

  @Test
  void a_number_taken_twice_is_told_to_move_on() {
    IndexLine twice = new IndexLine(2, "c".repeat(64), "create_stories");

    assertThat(
            ReleaseIndex.parse(List.of(FIRST.line(), MARK, SECOND.line(), twice.line()))
                .problems(List.of(FIRST, SECOND, twice)))
        .containsExactly(
            "V002 stands below V002 in index.txt: numbers only grow, so give the one not released"
                + " yet the next",
            "V002 is taken twice: give create_stories the next number");
  }

  @Test
  void a_line_of_another_form_is_refused() {
    assertThatThrownBy(() -> IndexLine.parse("V1 abc create_inbox"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("V1 abc create_inbox");
    assertThatThrownBy(() -> ReleaseIndex.parse(List.of(MARK, "-- not a release")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("-- not a release");
  }

  @Test
  void an_index_that_does_not_say_what_is_released_is_refused() {
    assertThatThrownBy(() -> ReleaseIndex.parse(List.of(FIRST.line())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index.txt has no line `-- released 0.1.0`");
  }
}
