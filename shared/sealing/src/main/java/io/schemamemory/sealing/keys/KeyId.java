package io.schemamemory.sealing.keys;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Names a key; what the key made begins with it, in clear.
public record KeyId(int value) implements Comparable<KeyId> {
  /// How long a mark is.
  public static final int MARK_BYTES = 1 + Integer.BYTES;

  /// Tink's own first byte of what a named key sealed.
  private static final byte NAMED = 1;

  /// Reads one as it prints.
  ///
  /// @throws IllegalArgumentException if it is no number of 32 bits
  public static KeyId parse(String text) {
    return new KeyId(Integer.parseUnsignedInt(text));
  }

  /// The key a value says it was made with; nothing, if it does not say.
  public static Optional<KeyId> leading(byte[] value) {
    return value.length > MARK_BYTES && value[0] == NAMED
        ? Optional.of(new KeyId(ByteBuffer.wrap(value).getInt(1)))
        : Optional.empty();
  }

  /// What everything made with this key begins with.
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
