package io.schemamemory.local.rehearsal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersFileTest {
  @TempDir private Path checkout;

  @Test
  void a_line_that_is_there_is_replaced_and_a_new_one_added() throws IOException {
    Path file = Files.createDirectory(checkout.resolve("parameters")).resolve("prod.yaml");
    Files.writeString(
        file, "# Parameters: of the stack.\nAlarmEmail: \"\"\nReservedConcurrency: 0\n");
    new ParametersFile(checkout).set("AlarmEmail: you@example.com\nLogRetentionDays: 30");
    assertThat(file)
        .hasContent(
            """
            # Parameters: of the stack.
            AlarmEmail: you@example.com
            ReservedConcurrency: 0
            LogRetentionDays: 30
            """);
  }
}
