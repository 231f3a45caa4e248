package io.schemamemory.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseIndexTest {
  private static final Released FIRST = new Released(1, "a".repeat(64), "create_inbox");
  private static final Released SECOND = new Released(2, "b".repeat(64), "create_people");
  private static final ReleaseIndex INDEX = new ReleaseIndex(List.of(FIRST, SECOND));

  @Test
  void the_index_lists_every_migration_as_it_was_released() throws IOException {
    List<Released> lines =
        Files.readAllLines(Path.of("index.txt")).stream().map(Released::parse).toList();

    assertThat(
            new ReleaseIndex(lines)
                .problems(MigrationFile.all().stream().map(MigrationFile::released).toList()))
        .isEmpty();
  }

  @Test
  void an_index_that_agrees_has_no_problem() {
    assertThat(INDEX.problems(List.of(FIRST, SECOND))).isEmpty();
  }

  @Test
  void a_changed_file_is_told_to_become_a_new_migration() {
    Released changed = new Released(1, "c".repeat(64), "create_inbox");

    assertThat(INDEX.problems(List.of(changed, SECOND)))
        .singleElement()
        .asString()
        .startsWith("V001 was changed")
        .contains("undo the change and write a new migration");
  }

  @Test
  void an_unlisted_file_is_answered_with_its_line() {
    Released third = new Released(3, "c".repeat(64), "create_stories");

    assertThat(INDEX.problems(List.of(FIRST, SECOND, third)))
        .containsExactly(
            "add this line at the end of migrations/index.txt:\nV003 "
                + "c".repeat(64)
                + " create_stories");
  }

  @Test
  void a_number_taken_twice_is_told_to_move_on() {
    Released twice = new Released(2, "c".repeat(64), "create_stories");

    assertThat(
            new ReleaseIndex(List.of(FIRST, SECOND, twice)).problems(List.of(FIRST, SECOND, twice)))
        .containsExactly(
            "V002 stands below V002 in index.txt: numbers only grow, so give the one not released"
                + " yet the next",
            "V002 is taken twice: give create_stories the next number");
  }

  @Test
  void a_file_that_is_gone_is_missed() {
    assertThat(INDEX.problems(List.of(FIRST)))
        .containsExactly("V002 was released and is gone: bring it back");
  }

  @Test
  void a_line_of_another_form_is_refused() {
    assertThatThrownBy(() -> Released.parse("V1 abc create_inbox"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("V1 abc create_inbox");
  }
}
