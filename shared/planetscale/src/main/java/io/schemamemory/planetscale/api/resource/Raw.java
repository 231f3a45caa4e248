package io.schemamemory.planetscale.api.resource;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes as PlanetScale sent them; may contain people's names and addresses, so it prints only its
/// length.
public final class Raw {
  /// In place of bytes that are not kept because they contain a secret.
  public static final Raw WITHHELD = new Raw(new byte[0]);

  private final byte[] bytes;

  private Raw(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Takes a copy.
  public static Raw of(byte[] bytes) {
    return new Raw(bytes.clone());
  }

  /// A copy of the bytes.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// How many bytes there are.
  public int length() {
    return bytes.length;
  }

  Raw slice(int from, int to) {
    return new Raw(Arrays.copyOfRange(bytes, from, to));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Raw raw && Arrays.equals(bytes, raw.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Raw[" + bytes.length + " bytes]";
  }
}
