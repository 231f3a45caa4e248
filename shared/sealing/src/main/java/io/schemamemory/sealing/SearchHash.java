package io.schemamemory.sealing;

import com.google.crypto.tink.util.Bytes;
import io.schemamemory.sealing.keys.KeyId;
import java.util.Optional;

/// The keyed hash that finds a sealed value: equal for equal values of a workspace's column.
public record SearchHash(Bytes value) {
  /// Takes the bytes from the database, unchecked.
  public static SearchHash of(byte[] bytes) {
    return new SearchHash(Bytes.copyFrom(bytes));
  }

  /// The bytes for the database: the key's mark, then the hash.
  public byte[] bytes() {
    return value.toByteArray();
  }

  /// The id of the key it was made with, according to its mark.
  Optional<KeyId> keyId() {
    return KeyId.leading(value.toByteArray());
  }

  @Override
  public String toString() {
    return "SearchHash[" + value.size() + " bytes]";
  }
}
