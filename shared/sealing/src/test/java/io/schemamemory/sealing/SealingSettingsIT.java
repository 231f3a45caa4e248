package io.schemamemory.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.keys.KeyFile;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.settings.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingSettingsIT {
  private static final SealingContext CONTEXT =
      new SealingContext(1, new SealedColumn("audit_entry", "location"), "ecxuvo000001");

  @TempDir private Path directory;

  @Test
  void a_function_needs_only_two_variables() {
    KeyFile key = new KeyFile(directory.resolve("a key"));
    key.makeIfAbsent();
    SealingSettings settings = settings(key, WrappedKeysets.make(key).text());

    Sealed sealed = settings.sealer().seal(CONTEXT, "Chicago, IL");

    assertThat(settings.sealer().open(CONTEXT, sealed)).isEqualTo(new Opened("Chicago, IL"));
    assertThat(settings.hasher().hash(1, CONTEXT.column(), new EmailAddress("jane@example.com")))
        .isEqualTo(
            settings.hasher().hash(1, CONTEXT.column(), new EmailAddress("jane@example.com")));
  }

  /// Sealed values are kept for years: later versions of this code and of Tink must read these
  /// files.
  @Test
  void a_value_in_the_stored_format_still_opens_and_its_hash_is_still_found() throws IOException {
    KeyFile key = new KeyFile(directory.resolve("first.key"));
    Files.createFile(
        key.path(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key.path(), resource("key.json"));
    SealingSettings settings = settings(key, resource("keyset.json"));

    assertThat(settings.sealer().open(CONTEXT, Sealed.of(bytes("sealed.hex"))))
        .isEqualTo(new Opened("Chicago, IL – 東京"));
    assertThat(
            settings.hasher().hashes(1, CONTEXT.column(), new EmailAddress("jane.doe@example.com")))
        .contains(SearchHash.of(bytes("email.hex")));
    assertThat(settings.hasher().hashes(1, CONTEXT.column(), new NetworkAddress("203.0.113.7")))
        .contains(SearchHash.of(bytes("address.hex")));
  }

  private static SealingSettings settings(KeyFile key, String keysets) {
    return SealingSettings.of(
        new Environment(Map.of("SEALING_KEY", key.toString(), "SEALING_KEYSET", keysets)));
  }

  private static byte[] bytes(String name) throws IOException {
    return HexFormat.of().parseHex(resource(name));
  }

  private static String resource(String name) throws IOException {
    return Files.readString(
            Path.of("src/test/resources/sealed-format", name), StandardCharsets.UTF_8)
        .strip();
  }
}
