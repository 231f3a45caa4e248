package io.schemamemory.operator.webhooksecrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.WebhookSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreIT {
  @TempDir private Path folder;

  @Test
  void nobody_but_its_owner_may_read_the_file_also_when_somebody_could_before() throws IOException {
    Path file = Files.createDirectories(folder.resolve("new")).resolve("secrets.json");
    Files.writeString(file, "{\"shop\":\"a\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    new FileStore(file).change(new AddSource("blog", WebhookSecret.of("b")));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files.map(one -> one.getFileName().toString()))
          .containsExactlyInAnyOrder("secrets.json", "secrets.json.lock");
    }
    assertThat(file.resolveSibling("secrets.json.lock")).isEmptyFile();
  }

  @Test
  void a_change_that_is_refused_leaves_the_file_as_it_was() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.json"), "{\"shop\":\"a\"}");

    assertThatThrownBy(
            () -> new FileStore(file).change(new AddSource("shop", WebhookSecret.of("b"))))
        .isInstanceOf(RefusedException.class);

    assertThat(file).hasContent("{\"shop\":\"a\"}");
  }

  @Test
  void of_changes_by_several_processes_none_is_lost() throws Exception {
    Path file = folder.resolve("secrets.json");
    List<Process> processes =
        IntStream.range(0, 4).mapToObj(i -> add(file, "source-" + i)).toList();
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }

    assertThat(new FileStore(file).read().bySource())
        .containsOnlyKeys("source-0", "source-1", "source-2", "source-3");
  }

  /// Runs in a process of its own, since a lock is between processes.
  public static final class AddInAnotherProcess {
    private AddInAnotherProcess() {}

    /// Adds a source to a file.
    public static void main(String... arguments) {
      new FileStore(Path.of(arguments[0]))
          .change(new AddSource(arguments[1], WebhookSecret.of("s")));
    }
  }

  private static Process add(Path file, String source) {
    Callable<Process> start =
        () ->
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    AddInAnotherProcess.class.getName(),
                    file.toString(),
                    source)
                .inheritIO()
                .start();
    try {
      return start.call();
    } catch (Exception failure) {
      throw new IllegalStateException("no process", failure);
    }
  }
}
