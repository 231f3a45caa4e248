package io.schemamemory.sealing;

import com.google.crypto.tink.util.Bytes;
import io.schemamemory.sealing.keys.KeyId;
import java.util.Optional;

/// A sealed value as stored in the database; only opening it shows whether it is intact.
public record Sealed(Bytes value) {
  /// Takes the bytes from the database, unchecked.
  public static Sealed of(byte[] bytes) {
    return new Sealed(Bytes.copyFrom(bytes));
  }

  /// The bytes for the database.
  public byte[] bytes() {
    return value.toByteArray();
  }

  /// The id of the key it was sealed with, according to its mark.
  Optional<KeyId> keyId() {
    return KeyId.leading(value.toByteArray());
  }

  @Override
  public String toString() {
    return "Sealed[" + value.size() + " bytes]";
  }
}
