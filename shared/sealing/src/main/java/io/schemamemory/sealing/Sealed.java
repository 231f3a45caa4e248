package io.schemamemory.sealing;

import com.google.crypto.tink.util.Bytes;
import io.schemamemory.sealing.keys.KeyId;
import java.util.Optional;

/// A sealed value as it stands in the database; whether it is whole only opening it tells.
public record Sealed(Bytes value) {
  /// Takes what the database holds, whatever it is.
  public static Sealed of(byte[] bytes) {
    return new Sealed(Bytes.copyFrom(bytes));
  }

  /// What the database holds.
  public byte[] bytes() {
    return value.toByteArray();
  }

  /// The key it says it was made with.
  Optional<KeyId> keyId() {
    return KeyId.leading(value.toByteArray());
  }

  @Override
  public String toString() {
    return "Sealed[" + value.size() + " bytes]";
  }
}
