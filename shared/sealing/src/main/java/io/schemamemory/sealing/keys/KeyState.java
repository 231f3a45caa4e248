package io.schemamemory.sealing.keys;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.util.Locale;

/// What a key of a keyset is used for.
public enum KeyState {
  /// Writes and reads.
  PRIMARY,
  /// Reads.
  LIVE,
  /// Does nothing until it is restored.
  RETIRED;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  static KeyState of(KeysetHandle.Entry entry) {
    if (entry.isPrimary()) {
      return PRIMARY;
    }
    return entry.getStatus().equals(KeyStatus.ENABLED) ? LIVE : RETIRED;
  }
}
