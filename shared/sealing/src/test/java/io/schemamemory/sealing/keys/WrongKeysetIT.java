package io.schemamemory.sealing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is no keyset of ours is refused in words, whatever it is.
class WrongKeysetIT {
  @TempDir private static Path directory = Path.of("");

  private static KeyFile key = new KeyFile(directory);
  private static String text = "";

  @BeforeAll
  static void make() {
    key = new KeyFile(directory.resolve("sealing.key"));
    assertThat(key.makeIfAbsent()).isTrue();
    text = WrappedKeysets.make(key).text();
  }

  static Stream<JsonElement> ciphertexts() {
    String right = encrypted().getAsString();
    JsonArray list = new JsonArray();
    list.add(right);
    return Stream.of(
        new JsonPrimitive(""),
        new JsonPrimitive(right.substring(0, right.length() / 8 * 4)),
        new JsonPrimitive(right.substring(0, right.length() - 3)),
        new JsonPrimitive(right + right),
        new JsonPrimitive("not base64!"),
        new JsonPrimitive(7),
        JsonNull.INSTANCE,
        new JsonObject(),
        list);
  }

  @ParameterizedTest
  @MethodSource("ciphertexts")
  void a_keyset_that_was_cut_short_or_edited_is_refused(JsonElement ciphertext) {
    JsonObject document = JsonParser.parseString(text).getAsJsonObject();
    document.getAsJsonObject("sealing").add("encryptedKeyset", ciphertext);

    assertRefused(document, Purpose.SEALING);
  }

  @Test
  void keysets_in_each_other_s_place_are_refused() {
    JsonObject right = JsonParser.parseString(text).getAsJsonObject();
    JsonObject swapped = new JsonObject();
    swapped.add("sealing", right.get("hashing"));
    swapped.add("hashing", right.get("sealing"));

    assertRefused(swapped, Purpose.SEALING);
    assertRefused(swapped, Purpose.HASHING);
  }

  @Test
  void a_keyset_of_another_kind_of_key_is_refused() throws GeneralSecurityException {
    AeadConfig.register();
    SignatureConfig.register();

    for (Parameters other :
        new Parameters[] {
          PredefinedAeadParameters.XCHACHA20_POLY1305,
          PredefinedAeadParameters.AES128_GCM,
          PredefinedSignatureParameters.ED25519
        }) {
      KeysetHandle handle = KeysetHandle.generateNew(other);
      assertRefused(with(wrapped(handle)), Purpose.SEALING);
    }
  }

  @Test
  void a_public_keyset_is_refused() throws GeneralSecurityException {
    SignatureConfig.register();
    KeysetHandle published =
        KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519).getPublicKeysetHandle();

    assertRefused(with(wrapped(published)), Purpose.SEALING);
    assertRefused(
        with(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(published)), Purpose.SEALING);
  }

  @Test
  void a_keyset_that_is_not_wrapped_is_refused() throws GeneralSecurityException {
    KeysetHandle handle = Rotation.make(Purpose.SEALING).handle();

    assertRefused(
        with(TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())),
        Purpose.SEALING);
  }

  /// In words that name the variables, and with neither key nor library's text.
  private static void assertRefused(JsonObject document, Purpose purpose) {
    assertThatThrownBy(() -> WrappedKeysets.parse(document.toString()).unwrap(purpose, key))
        .isInstanceOfAny(SealingException.class, IllegalArgumentException.class)
        .hasNoCause()
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .containsAnyOf(
                        "SEALING_KEYSET and SEALING_KEY belong together",
                        "has a key of another kind",
                        WrappedKeysets.FORM));
  }

  private static String wrapped(KeysetHandle handle) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
        handle, key, Purpose.SEALING.context());
  }

  private static JsonObject with(String sealing) {
    JsonObject document = JsonParser.parseString(text).getAsJsonObject();
    document.add("sealing", JsonParser.parseString(sealing));
    return document;
  }

  private static JsonElement encrypted() {
    return JsonParser.parseString(WrappedKeysets.make(key).text())
        .getAsJsonObject()
        .getAsJsonObject("sealing")
        .get("encryptedKeyset");
  }
}
