package io.schemamemory.sealing;

import com.google.crypto.tink.util.Bytes;
import io.schemamemory.sealing.keys.KeyId;
import java.util.Optional;

/// What a sealed value is found by: equal for equal values of one column of one workspace.
public record SearchHash(Bytes value) {
  /// Takes what the database holds, whatever it is.
  public static SearchHash of(byte[] bytes) {
    return new SearchHash(Bytes.copyFrom(bytes));
  }

  /// What the database holds: the key's mark, then the hash.
  public byte[] bytes() {
    return value.toByteArray();
  }

  /// The key it says it was made with.
  Optional<KeyId> keyId() {
    return KeyId.leading(value.toByteArray());
  }

  @Override
  public String toString() {
    return "SearchHash[" + value.size() + " bytes]";
  }
}
