package io.schemamemory.sealing.keys;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The id of a key; everything made with the key begins with it, unencrypted.
public record KeyId(int value) implements Comparable<KeyId> {
  /// The length of a [#mark].
  public static final int MARK_BYTES = 1 + Integer.BYTES;

  /// Tink's first byte of a ciphertext that names its key.
  private static final byte NAMED = 1;

  /// Reads an id as [#toString] writes it.
  ///
  /// @throws IllegalArgumentException if it is not an unsigned 32-bit number
  public static KeyId parse(String text) {
    return new KeyId(Integer.parseUnsignedInt(text));
  }

  /// The id of the key a value was made with, according to its first bytes; empty if they name
  /// none.
  public static Optional<KeyId> leading(byte[] value) {
    return value.length > MARK_BYTES && value[0] == NAMED
        ? Optional.of(new KeyId(ByteBuffer.wrap(value).getInt(1)))
        : Optional.empty();
  }

  /// The first bytes of everything made with this key.
  public byte[] mark() {
    return ByteBuffer.allocate(MARK_BYTES).put(NAMED).putInt(value).array();
  }

  @Override
  public int compareTo(KeyId other) {
    return Integer.compareUnsigned(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toUnsignedString(value);
  }
}
