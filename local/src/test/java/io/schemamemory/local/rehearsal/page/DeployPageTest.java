package io.schemamemory.local.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DeployPageTest {
  @Test
  void an_indented_block_is_commands() {
    assertThat(DeployPage.read("Build:\n\n    sam build\n    sam deploy\n\nDone.\n").blocks())
        .containsExactly(new Block.Commands(3, "sam build\nsam deploy"));
  }

  @Test
  void a_block_in_a_list_is_commands_too() {
    assertThat(DeployPage.read("1. Store it:\n\n       bin/keyset make\n").blocks())
        .containsExactly(new Block.Commands(3, "bin/keyset make"));
  }

  @Test
  void a_block_goes_on_after_a_blank_line() {
    assertThat(DeployPage.read("    sam build\n\n    sam deploy\n").blocks())
        .containsExactly(new Block.Commands(1, "sam build\n\nsam deploy"));
  }

  @Test
  void a_block_between_fences_is_commands() {
    assertThat(DeployPage.read("```sh\nsam build\n```\n").blocks())
        .containsExactly(new Block.Commands(2, "sam build"));
  }

  @Test
  void text_between_fences_is_what_is_shown() {
    assertThat(DeployPage.read("```text\nready to deploy\n```\n").blocks())
        .containsExactly(new Block.Shown(2, "ready to deploy"));
  }

  @Test
  void parameters_are_for_their_file() {
    assertThat(DeployPage.read("    AlarmEmail: you@example.com\n").blocks())
        .containsExactly(new Block.Parameters(1, "AlarmEmail: you@example.com"));
  }

  @Test
  void a_marked_block_is_not_run() {
    assertThat(
            DeployPage.read("<!-- not rehearsed: no CodeDeploy -->\n\n    aws deploy\n").blocks())
        .containsExactly(new Block.NotRehearsed(3, "aws deploy", "no CodeDeploy"));
  }

  @Test
  void a_mark_is_for_the_next_block_only() {
    assertThat(
            DeployPage.read(
                    "<!-- not rehearsed: no mail -->\n\n    mail\n\nAnd:\n\n    sam build\n")
                .blocks())
        .last()
        .isEqualTo(new Block.Commands(7, "sam build"));
  }

  @Test
  void a_mark_without_a_reason_is_no_mark() {
    assertThat(DeployPage.read("<!-- not rehearsed: -->\n\n    sam build\n").blocks())
        .containsExactly(new Block.Commands(3, "sam build"));
  }

  @Test
  void a_continued_sentence_is_no_block() {
    assertThat(DeployPage.read("- a point\n    that goes on\n").blocks()).isEmpty();
  }

  /// The scenes wait for these commands.
  @Test
  void the_page_has_what_the_rehearsal_looks_at() throws IOException {
    String page = Files.readString(Samples.root().resolve("docs/deploy.md"));
    String commands =
        DeployPage.read(page).blocks().stream()
            .filter(Block.Commands.class::isInstance)
            .map(Block::text)
            .reduce("", (all, next) -> all + "\n" + next);
    assertThat(commands)
        .containsSubsequence(
            "bin/bootstrap",
            "sam deploy",
            "bin/webhook-secrets",
            "bin/planetscale-token",
            "sam deploy",
            "sam delete");
  }
}
