package io.schemamemory.local.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private static final Placeholders PLACEHOLDERS =
      new Placeholders(Map.of("REGION", () -> "us-east-1", "STACK", () -> "schema-memory"));

  @Test
  void words_are_filled_in() {
    assertThat(fill("aws --region REGION --function-name STACK-receive-webhook"))
        .isEqualTo("aws --region us-east-1 --function-name schema-memory-receive-webhook");
  }

  @Test
  void a_variable_of_the_shell_stays() {
    assertThat(fill("export AWS_REGION=REGION\necho \"$SEALING_KEY ${WEBHOOK_URL}\""))
        .isEqualTo("export AWS_REGION=us-east-1\necho \"$SEALING_KEY ${WEBHOOK_URL}\"");
  }

  @Test
  void a_word_without_a_value_is_refused_by_its_line() {
    assertThatThrownBy(() -> fill("aws --function-version VERSION"))
        .hasMessageContaining("line 12")
        .hasMessageContaining("VERSION");
  }

  @Test
  void what_is_left_out_is_refused() {
    assertThatThrownBy(() -> fill("aws --secret-string '{\"token\":\"...\"}'"))
        .hasMessageContaining("...");
  }

  private static String fill(String text) {
    return PLACEHOLDERS.fill(new Block.Commands(12, text));
  }
}
