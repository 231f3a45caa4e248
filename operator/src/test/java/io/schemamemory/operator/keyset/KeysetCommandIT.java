package io.schemamemory.operator.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.Sealed;
import io.schemamemory.sealing.SealedColumn;
import io.schemamemory.sealing.SealingContext;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.settings.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetCommandIT {
  private static final SealingContext PLACE =
      new SealingContext(1, new SealedColumn("person", "email"), "7");

  @TempDir private Path directory;

  private final List<String> said = new ArrayList<>();
  private Path file;
  private String key;

  @BeforeEach
  void make() {
    file = directory.resolve("keyset.json");
    key = directory.resolve("sealing.key").toUri().toString();
    assertThat(run("make")).isZero();
  }

  @Test
  void it_makes_what_a_function_starts_with_and_prints_names_alone() throws IOException {
    assertThat(said.getFirst()).startsWith("made the key file " + directory);
    assertThat(keys("sealing", "primary")).hasSize(1);
    assertThat(keys("hashing", "primary")).hasSize(1);
    Sealed sealed = settings().sealer().seal(PLACE, "jane@example.com");
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Opened("jane@example.com"));
    assertThat(String.join("\n", said)).doesNotContain("\"");
  }

  @Test
  void a_file_that_is_there_is_never_written_over() throws IOException {
    String before = Files.readString(file);

    assertThat(run("make")).isOne();
    assertThat(said).singleElement().asString().contains("exists, and values may be sealed");
    assertThat(file).hasContent(before);
  }

  @Test
  void a_key_is_added_promoted_retired_restored_and_deleted() throws IOException {
    String old = keys("sealing", "primary").getFirst();
    Sealed sealed = settings().sealer().seal(PLACE, "before");

    assertThat(run("add", "sealing")).isZero();
    assertThat(keys("sealing", "primary")).containsExactly(old);
    String young = keys("sealing", "live").getFirst();
    assertThat(run("promote", "sealing", young)).isZero();
    assertThat(settings().sealer().isCurrent(sealed)).isFalse();
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Opened("before"));
    assertThat(run("retire", "sealing", old)).isZero();
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Refused(Reason.KEY_RETIRED));
    assertThat(run("restore", "sealing", old)).isZero();
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Opened("before"));
    assertThat(run("retire", "sealing", old)).isZero();
    assertThat(run("delete", "sealing", old)).isZero();
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Refused(Reason.KEY_UNKNOWN));
    assertThat(keys("hashing", "primary")).hasSize(1);
  }

  @Test
  void what_cannot_be_done_changes_nothing() throws IOException {
    String before = Files.readString(file);
    String primary = keys("hashing", "primary").getFirst();

    assertThat(run("retire", "hashing", primary)).isOne();
    assertThat(said)
        .containsExactly("key " + primary + " is primary, and only a live one can be changed so");
    assertThat(file).hasContent(before);
  }

  @Test
  void another_key_can_wrap_the_same_keysets() throws IOException {
    Sealed sealed = settings().sealer().seal(PLACE, "before");
    String other = directory.resolve("other.key").toUri().toString();

    assertThat(run("rewrap", other)).isZero();
    assertThat(said).contains("SEALING_KEY is now " + other);
    assertThat(run("show")).isOne();
    assertThat(said).singleElement().asString().contains("was not wrapped with " + key);
    key = other;
    assertThat(settings().sealer().open(PLACE, sealed)).isEqualTo(new Opened("before"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "destroy",
        "add",
        "add tokens",
        "promote sealing",
        "promote sealing x",
        "rewrap https://example.com",
        "add sealing 1",
        "retire sealing 1 2"
      })
  void a_misspelled_request_gets_the_usage(String request) {
    assertThat(
            run(
                Stream.of(request.split(" "))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new)))
        .isEqualTo(2);
    assertThat(String.join("\n", said)).contains("Usage: bin/keyset");
  }

  @Test
  void a_file_that_is_missing_or_malformed_is_named() throws IOException {
    Files.writeString(file, "{}");
    assertThat(run("show")).isOne();
    assertThat(said).singleElement().asString().startsWith(file + " is malformed: restore");
    Files.delete(file);
    assertThat(run("show")).isOne();
    assertThat(said).singleElement().asString().startsWith(file + " is missing: create it with");
  }

  @Test
  void without_a_wrapping_key_nothing_is_made() {
    assertThat(run(new Environment(Map.of()), directory.resolve("new.json").toString(), "make"))
        .isOne();
    assertThat(said.getLast()).startsWith("SEALING_KEY is missing: set it to aws-kms://");
    assertThat(directory.resolve("new.json")).doesNotExist();
  }

  @Test
  void help_lists_the_commands() {
    assertThat(run(new Environment(Map.of()), "--help")).isZero();
    assertThat(String.join("\n", said)).contains("Usage: bin/keyset", "promote", "rewrap");
  }

  private int run(String... request) {
    String[] words =
        Stream.concat(Stream.of(file.toString()), Stream.of(request)).toArray(String[]::new);
    return run(new Environment(Map.of("SEALING_KEY", key)), words);
  }

  private int run(Environment environment, String... words) {
    StringWriter printed = new StringWriter();
    int status =
        new KeysetCommand(environment)
            .commandLine()
            .setOut(new PrintWriter(printed, true))
            .setErr(new PrintWriter(printed, true))
            .execute(words);
    said.clear();
    said.addAll(printed.toString().lines().toList());
    return status;
  }

  private List<String> keys(String purpose, String state) {
    return said.stream()
        .map(line -> line.split(" "))
        .filter(line -> line[0].equals(purpose) && line[2].equals(state))
        .map(line -> line[1])
        .toList();
  }

  private SealingSettings settings() throws IOException {
    return SealingSettings.of(
        new Environment(Map.of("SEALING_KEY", key, "SEALING_KEYSET", Files.readString(file))));
  }
}
