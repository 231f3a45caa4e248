package io.schemamemory.sealing;

import com.google.crypto.tink.Aead;
import io.schemamemory.sealing.OpenResult.Opened;
import io.schemamemory.sealing.OpenResult.Reason;
import io.schemamemory.sealing.OpenResult.Refused;
import io.schemamemory.sealing.keys.KeyId;
import io.schemamemory.sealing.keys.KeyState;
import io.schemamemory.sealing.keys.Keyset;
import io.schemamemory.sealing.keys.Purpose;
import io.schemamemory.sealing.keys.SealingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Seals texts for their place in the database and opens them there; safe for many threads.
public final class Sealer {
  private final Keyset keyset;
  private final Aead aead;

  /// Seals with the keys of a keyset for sealing.
  public Sealer(Keyset keyset) {
    this.keyset = keyset;
    this.aead = keyset.primitive(Purpose.SEALING, Aead.class);
  }

  /// Seals a text, each time differently, under the keyset's primary key.
  ///
  /// @throws IllegalArgumentException if the text has half a surrogate pair
  public Sealed seal(SealingContext place, String text) {
    byte[] utf8 = Encoding.utf8(text);
    try {
      return Sealed.of(aead.encrypt(utf8, place.encoded()));
    } catch (GeneralSecurityException refused) {
      throw new SealingException("a text of " + utf8.length + " bytes was not sealed", refused);
    }
  }

  /// Opens what was sealed for this very place, under any live key.
  public OpenResult open(SealingContext place, Sealed sealed) {
    Optional<KeyId> keyId = sealed.keyId();
    if (keyId.isEmpty()) {
      return new Refused(Reason.NOT_SEALED);
    }
    Optional<KeyState> state = keyset.state(keyId.get());
    if (state.isEmpty()) {
      return new Refused(Reason.KEY_UNKNOWN);
    }
    return switch (state.get()) {
      case RETIRED -> new Refused(Reason.KEY_RETIRED);
      case PRIMARY, LIVE -> decrypt(place, sealed);
    };
  }

  /// Whether it is sealed under the primary key; what is not needs resealing before the key that
  /// sealed it is retired.
  public boolean isCurrent(Sealed sealed) {
    return sealed.keyId().equals(Optional.of(keyset.primary()));
  }

  /// What everything begins with that is sealed from now on.
  public byte[] mark() {
    return keyset.primary().mark();
  }

  private OpenResult decrypt(SealingContext place, Sealed sealed) {
    try {
      byte[] utf8 = aead.decrypt(sealed.bytes(), place.encoded());
      return new Opened(new String(utf8, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException notAuthentic) {
      return new Refused(Reason.ALTERED_OR_MOVED);
    }
  }
}
