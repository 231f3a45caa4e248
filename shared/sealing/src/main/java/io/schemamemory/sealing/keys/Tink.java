package io.schemamemory.sealing.keys;

import com.google.crypto.tink.aead.AeadWrapper;
import com.google.crypto.tink.aead.AesGcmKeyManager;
import com.google.crypto.tink.prf.HmacPrfKeyManager;
import com.google.crypto.tink.prf.PrfSetWrapper;
import java.security.GeneralSecurityException;

/// Tink, knowing the two kinds of keys we have.
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
      throw new IllegalStateException("Tink takes no more keys", refused);
    }
  }

  private Tink() {}

  /// Registers what is not yet registered.
  static void ready() {}
}
