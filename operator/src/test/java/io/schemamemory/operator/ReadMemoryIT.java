package io.schemamemory.operator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `bin/read-memory` opens psql with what `bin/bootstrap` kept for the reader.
class ReadMemoryIT {
  @RegisterExtension private static final MemoryDatabase DATABASE = new MemoryDatabase();

  @TempDir private Path directory;

  @Test
  void it_reads_as_the_reader_from_the_only_file_there_is() throws Exception {
    keep("localhost-5432-memory");

    String said = readMemory("select session_user, count(*) from timeline");

    assertThat(said).isEqualTo(DATABASE.url(Login.READER).user() + "|0");
  }

  @Test
  void it_does_not_choose_between_two_databases() throws Exception {
    keep("localhost-5432-memory");
    keep("localhost-5432-other");

    assertThat(readMemory("select 1")).contains("more than one database.json", "--directory");
  }

  @Test
  void the_files_of_the_local_runner_are_not_taken_for_a_database() throws Exception {
    keep("embedded-28096");

    assertThat(readMemory("select 1")).contains("there is no database.json", "bin/bootstrap");
  }

  private void keep(String folder) throws IOException {
    Path file = directory.resolve(folder).resolve("database.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"reader\":\"%s\"}".formatted(DATABASE.url(Login.READER).reveal()));
  }

  private String readMemory(String sql) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Samples.root().resolve("bin/read-memory").toString(),
                "--directory",
                directory.toString(),
                "-Atc",
                sql)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    return said;
  }
}
