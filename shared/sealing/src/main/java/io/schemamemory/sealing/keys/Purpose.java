package io.schemamemory.sealing.keys;

import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a keyset is for; a keyset wrapped for one purpose does not unwrap for another.
public enum Purpose {
  /// To seal values and open them.
  SEALING,
  /// To hash values that are searched for.
  HASHING;

  /// Reads a purpose as [#toString] writes it.
  ///
  /// @throws IllegalArgumentException if there is no such purpose
  public static Purpose parse(String text) {
    for (Purpose purpose : values()) {
      if (purpose.toString().equals(text)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("a purpose is sealing or hashing");
  }

  /// The only kind of key in a keyset of this purpose.
  Parameters parameters() {
    return switch (this) {
      case SEALING -> PredefinedAeadParameters.AES256_GCM;
      case HASHING -> PredefinedPrfParameters.HMAC_SHA256_PRF;
    };
  }

  /// The associated data of the wrapped keyset; CloudTrail logs it, and key policies can require
  /// it.
  byte[] context() {
    return ("schema-memory/" + this).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
