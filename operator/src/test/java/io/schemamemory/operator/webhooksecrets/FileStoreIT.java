package io.schemamemory.operator.webhooksecrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.operator.RefusedException;
import java.io.IOException;
import java.nio.charset.Charset;
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
  void a_file_in_another_encoding_is_refused_and_left_as_it_is() throws IOException {
    Path file = folder.resolve("secrets.json");
    for (Charset charset : List.of(UTF_16, UTF_16LE, ISO_8859_1)) {
      byte[] before = "{\"shop\":\"é\"}".getBytes(charset);
      Files.write(file, before);

      assertThatThrownBy(
              () -> new FileStore(file).change(new AddSource("blog", WebhookSecret.of("b"))))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining(file + " is ")
          .hasMessageContaining("UTF-8");

      assertThat(file).hasBinaryContent(before);
    }
  }

  @Test
  void a_file_with_a_byte_order_mark_is_refused_by_it() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.json"), "\uFEFF{\"shop\":\"a\"}");

    assertThatThrownBy(new FileStore(file)::read)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("begins with U+FEFF, a byte order mark");
  }

  @Test
  void a_file_whose_name_ends_as_that_of_a_new_one_is_left_alone() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.json"), "{\"shop\":\"a\"}");
    Path other = Files.writeString(folder.resolve("secrets.json.new"), "{\"blog\":\"b\"}");

    new FileStore(file).change(new AddSource("news", WebhookSecret.of("n")));

    assertThat(other).hasContent("{\"blog\":\"b\"}");
    assertThat(new FileStore(file).read().bySource()).containsOnlyKeys("shop", "news");
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
