package io.schemamemory.sealing.keys;

import com.google.crypto.tink.aead.AeadWrapper;
import com.google.crypto.tink.aead.AesGcmKeyManager;
import com.google.crypto.tink.prf.HmacPrfKeyManager;
import com.google.crypto.tink.prf.PrfSetWrapper;
import java.security.GeneralSecurityException;

/// Registers Tink's two kinds of keys that we use.
///
/// `AeadConfig` and `PrfConfig` would register a dozen more at every cold start.
final class Tink {
  static {
    try {
      AesGcmKeyManager.register(true);
      AeadWrapper.register();
      HmacPrfKeyManager.register(true);
      PrfSetWrapper.register();
    } catch (GeneralSecurityException refused) {
      throw new IllegalStateException("Tink refused the key types", refused);
    }
  }

  private Tink() {}

  /// Runs the static initializer, once.
  static void ready() {}
}
