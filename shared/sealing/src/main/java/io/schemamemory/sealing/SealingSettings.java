package io.schemamemory.sealing;

import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.sealing.keys.WrappingKey;
import io.schemamemory.settings.Environment;
import java.util.Map;

/// The wrapped keysets a function seals and hashes with, and the key that unwraps them.
public record SealingSettings(WrappedKeysets keysets, WrappingKey key) {
  private static final String KEYSET = "SEALING_KEYSET";

  /// Reads `SEALING_KEYSET` and `SEALING_KEY`.
  ///
  /// @throws io.schemamemory.settings.SettingException if one of them is missing or malformed
  public static SealingSettings of(Environment environment) {
    return new SealingSettings(keysets(environment, KEYSET), key(environment));
  }

  /// Reads `SEALING_KEY`, for keysets that stand elsewhere.
  ///
  /// @param setting what holds them, for messages
  /// @throws io.schemamemory.settings.SettingException if one of them is malformed
  public static SealingSettings of(Environment environment, String setting, String keysets) {
    return new SealingSettings(
        keysets(new Environment(Map.of(setting, keysets)), setting), key(environment));
  }

  /// The key that unwraps, from `SEALING_KEY`.
  ///
  /// @throws io.schemamemory.settings.SettingException if it is missing or malformed
  public static WrappingKey key(Environment environment) {
    return environment.required(WrappingKey.VARIABLE, WrappingKey.FORM, WrappingKey::parse);
  }

  private static WrappedKeysets keysets(Environment environment, String name) {
    return environment.required(name, WrappedKeysets.FORM, WrappedKeysets::parse);
  }

  /// Unwraps the keyset for sealing. In AWS this calls KMS, so do it once per process.
  ///
  /// @throws io.schemamemory.sealing.keys.SealingException if it cannot be unwrapped
  public Sealer sealer() {
    return new Sealer(keysets.unwrap(Purpose.SEALING, key));
  }

  /// Unwraps the keyset for hashing; as [#sealer], once per process.
  ///
  /// @throws io.schemamemory.sealing.keys.SealingException if it cannot be unwrapped
  public SearchHasher hasher() {
    return new SearchHasher(keysets.unwrap(Purpose.HASHING, key));
  }
}
