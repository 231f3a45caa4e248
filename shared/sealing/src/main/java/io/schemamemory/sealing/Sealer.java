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

/// Seals texts for one row and column of the database, and opens them; thread-safe.
public final class Sealer {
  private final Keyset keyset;
  private final Aead aead;

  /// Seals with the keys of a keyset for sealing.
  public Sealer(Keyset keyset) {
    this.keyset = keyset;
    this.aead = keyset.primitive(Purpose.SEALING, Aead.class);
  }

  /// Seals a text with the primary key; the result is different each time.
  ///
  /// @throws IllegalArgumentException if the text has half a surrogate pair
  public Sealed seal(SealingContext context, String text) {
    byte[] utf8 = Encoding.utf8(text);
    try {
      return Sealed.of(aead.encrypt(utf8, context.encoded()));
    } catch (GeneralSecurityException refused) {
      throw new SealingException(
          "a text of " + utf8.length + " bytes could not be sealed", refused);
    }
  }

  /// Opens a value that was sealed for this context, with any live key.
  public OpenResult open(SealingContext context, Sealed sealed) {
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
      case PRIMARY, LIVE -> decrypt(context, sealed);
    };
  }

  /// Whether a value is sealed with the primary key. If not, it must be sealed again before its key
  /// is retired.
  public boolean isCurrent(Sealed sealed) {
    return sealed.keyId().equals(Optional.of(keyset.primary()));
  }

  /// The first bytes of everything sealed with the primary key.
  public byte[] mark() {
    return keyset.primary().mark();
  }

  private OpenResult decrypt(SealingContext context, Sealed sealed) {
    try {
      byte[] utf8 = aead.decrypt(sealed.bytes(), context.encoded());
      return new Opened(new String(utf8, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException notAuthentic) {
      return new Refused(Reason.ALTERED_OR_MOVED);
    }
  }
}
