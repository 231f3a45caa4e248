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
  void the_key_file_is_created_for_its_owner_only() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.path())))
        .isEqualTo("rw-------");
  }

  @Test
  void an_existing_key_file_is_not_overwritten() throws IOException {
    String before = Files.readString(key.path());

    assertThat(key.makeIfAbsent()).isFalse();
    assertThat(key.path()).hasContent(before);
  }

  @Test
  void concurrent_creators_create_one_key_file() {
    KeyFile contended = new KeyFile(directory.resolve("contended.key"));
    List<Boolean> made =
        IntStream.range(0, 32).parallel().mapToObj(_ -> contended.makeIfAbsent()).toList();

    assertThat(made).containsOnlyOnce(true);
    assertThatCode(() -> WrappedKeysets.make(contended)).doesNotThrowAnyException();
  }

  @Test
  void a_wrapped_keyset_can_be_unwrapped() {
    WrappedKeysets read = WrappedKeysets.parse(keysets.text());

    assertThat(read.unwrap(Purpose.SEALING, key).states()).hasSize(1);
    assertThat(read.unwrap(Purpose.HASHING, key).purpose()).isEqualTo(Purpose.HASHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw------x", "rwxrwxrwx"})
  void a_key_file_open_to_others_is_refused(String mode) throws IOException {
    Files.setPosixFilePermissions(key.path(), PosixFilePermissions.fromString(mode));

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessage(
            "the key file "
                + key.path()
                + " is open to others: chmod 600 it, and rotate if they read it");
  }

  @Test
  void a_read_only_key_file_is_accepted() throws IOException {
    Files.setPosixFilePermissions(key.path(), PosixFilePermissions.fromString("r--------"));

    assertThat(keysets.unwrap(Purpose.SEALING, key).states()).hasSize(1);
  }

  @Test
  void another_key_does_not_unwrap_and_the_message_names_both_variables() {
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
  void a_missing_key_file_is_reported_as_missing() throws IOException {
    Files.delete(key.path());

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("is missing: copy it here, or correct SEALING_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary", "{\"canary\":1}", "{\"key\":[{\"canary\":{}}]}", "[", "{"})
  void a_file_without_a_key_is_refused_and_its_content_is_not_repeated(String text)
      throws IOException {
    Files.writeString(key.path(), text);

    assertRefusedSilently();
  }

  @Test
  void a_truncated_key_file_is_refused_and_its_content_is_not_repeated() throws IOException {
    String whole = Files.readString(key.path()).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(key.path(), whole.substring(0, length));
      assertRefusedSilently();
    }
  }

  private void assertRefusedSilently() {
    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("holds no key: restore the file")
        .satisfies(
            refused -> {
              StringWriter trace = new StringWriter();
              refused.printStackTrace(new PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("canary");
            })
        .hasNoCause();
  }
}
