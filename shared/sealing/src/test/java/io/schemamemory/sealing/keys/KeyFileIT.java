package io.schemamemory.sealing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileIT {
  @TempDir private Path directory;

  private KeyFile key;
  private WrappedKeysets keysets;

  @BeforeEach
  void make() {
    key = new KeyFile(directory.resolve("deep/sealing.key"));
    assertThat(key.makeIfAbsent()).isTrue();
    keysets = WrappedKeysets.make(key);
  }

  @Test
  void it_is_made_for_its_owner_alone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.path())))
        .isEqualTo("rw-------");
  }

  @Test
  void one_that_is_there_is_left_alone() throws IOException {
    String before = Files.readString(key.path());

    assertThat(key.makeIfAbsent()).isFalse();
    assertThat(key.path()).hasContent(before);
  }

  @Test
  void of_many_who_make_it_at_once_one_does() {
    KeyFile contended = new KeyFile(directory.resolve("contended.key"));
    List<Boolean> made =
        IntStream.range(0, 32).parallel().mapToObj(_ -> contended.makeIfAbsent()).toList();

    assertThat(made).containsOnlyOnce(true);
    assertThatCode(() -> WrappedKeysets.make(contended)).doesNotThrowAnyException();
  }

  @Test
  void what_it_wrapped_it_unwraps() {
    WrappedKeysets read = WrappedKeysets.parse(keysets.text());

    assertThat(read.unwrap(Purpose.SEALING, key).states()).hasSize(1);
    assertThat(read.unwrap(Purpose.HASHING, key).purpose()).isEqualTo(Purpose.HASHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x", "rwxrwxrwx"})
  void one_that_is_open_to_others_is_refused(String mode) throws IOException {
    Files.setPosixFilePermissions(key.path(), PosixFilePermissions.fromString(mode));

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessage(
            "the key file "
                + key.path()
                + " is open to others: chmod 600 it, and rotate if they read it");
  }

  @Test
  void one_its_owner_may_only_read_is_private_enough() throws IOException {
    Files.setPosixFilePermissions(key.path(), PosixFilePermissions.fromString("r--------"));

    assertThat(keysets.unwrap(Purpose.SEALING, key).states()).hasSize(1);
  }

  @Test
  void another_key_does_not_unwrap_and_both_variables_are_named() {
    KeyFile other = new KeyFile(directory.resolve("other.key"));
    other.makeIfAbsent();

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, other))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("was not wrapped with file:///")
        .hasMessageEndingWith("SEALING_KEYSET and SEALING_KEY belong together");
  }

  @Test
  void a_keyset_wrapped_for_one_purpose_does_not_unwrap_for_another() {
    WrappedKeysets swapped =
        WrappedKeysets.parse(
            keysets
                .text()
                .replace("\"sealing\"", "\"was\"")
                .replace("\"hashing\"", "\"sealing\"")
                .replace("\"was\"", "\"hashing\""));

    assertThatThrownBy(() -> swapped.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("was not wrapped with");
  }

  @Test
  void a_keyset_with_keys_of_another_kind_is_refused() throws GeneralSecurityException {
    String json =
        TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            Rotation.make(Purpose.HASHING).handle(), key, Purpose.SEALING.context());

    assertThatThrownBy(() -> Keyset.unwrap(Purpose.SEALING, json, key))
        .isInstanceOf(SealingException.class)
        .hasMessage("the keyset for sealing has a key of another kind");
  }

  @Test
  void one_that_is_missing_is_said_to_be() throws IOException {
    Files.delete(key.path());

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("is missing: bring it here, or correct SEALING_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary", "{\"canary\":1}", "{\"key\":[{\"canary\":{}}]}", "[", "{"})
  void one_that_holds_no_key_is_refused_and_not_repeated(String text) throws IOException {
    Files.writeString(key.path(), text);

    assertRefusedSilently();
  }

  @Test
  void one_that_was_cut_short_is_refused_and_not_repeated() throws IOException {
    String whole = Files.readString(key.path()).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(key.path(), whole.substring(0, length));
      assertRefusedSilently();
    }
  }

  private void assertRefusedSilently() {
    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("holds no key: bring back the file")
        .satisfies(
            refused -> {
              StringWriter trace = new StringWriter();
              refused.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("canary");
            })
        .hasNoCause();
  }
}
