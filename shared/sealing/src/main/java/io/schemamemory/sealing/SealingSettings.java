package io.schemamemory.sealing;

import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.WrappedKeysets;
import io.schemamemory.sealing.keys.WrappingKey;
import io.schemamemory.settings.Environment;

/// The wrapped keysets a function seals and hashes with, and the key that unwraps them.
public record SealingSettings(WrappedKeysets keysets, WrappingKey key) {
  /// Reads `SEALING_KEYSET` and `SEALING_KEY`.
  ///
  /// @throws io.schemamemory.settings.SettingException if one of them is missing or malformed
  public static SealingSettings of(Environment environment) {
    return new SealingSettings(
        environment.required("SEALING_KEYSET", WrappedKeysets.FORM, WrappedKeysets::parse),
        environment.required(WrappingKey.VARIABLE, WrappingKey.FORM, WrappingKey::parse));
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
