package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileIT {
  private static final Instant NOW = Instant.parse("2026-05-02T17:54:47.120Z");

  @TempDir private Path directory;

  @Test
  void only_its_owner_may_read_the_log_file() throws Exception {
    try (LogFile log = LogFile.create(directory.resolve("logs"), () -> NOW)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log.path())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void every_line_is_written_at_once_with_its_time() {
    try (LogFile log = LogFile.create(directory, () -> NOW)) {
      log.write("one");
      log.write("two");

      assertThat(log.path())
          .hasContent("2026-05-02T17:54:47.120Z one\n2026-05-02T17:54:47.120Z two\n");
    }
  }

  @Test
  void a_line_after_the_end_is_dropped() {
    LogFile log = LogFile.create(directory, () -> NOW);
    log.close();

    log.write("late");

    assertThat(log.path()).isEmptyFile();
  }

  @Test
  void the_last_ten_are_kept_and_other_files_are_left_alone() throws Exception {
    Files.createFile(directory.resolve("build.log"));
    for (int day = 10; day < 22; day++) {
      Files.createFile(directory.resolve("try-202604" + day + "-000000-1.log"));
    }

    LogFile.create(directory, () -> NOW).close();

    try (var files = Files.list(directory)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names)
          .hasSize(11)
          .startsWith("build.log", "try-20260413-000000-1.log")
          .last()
          .asString()
          .startsWith("try-20260502-175447-");
    }
  }
}
