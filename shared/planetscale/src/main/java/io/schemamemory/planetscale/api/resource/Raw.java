package io.schemamemory.planetscale.api.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Bytes as PlanetScale sent them; may contain people's names and addresses, so it prints only its
/// length.
public final class Raw {
  /// In place of bytes that are not kept because they contain a secret.
  public static final Raw WITHHELD = new Raw(new byte[0]);

  /// No JSON begins like this.
  private static final String BASE64 = "base64:";

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

  /// The same bytes of a text that [#text] made.
  public static Raw ofText(String text) {
    return new Raw(
        text.startsWith(BASE64)
            ? Base64.getDecoder().decode(text.substring(BASE64.length()))
            : text.getBytes(UTF_8));
  }

  /// The bytes as a text that loses nothing: bytes that are not UTF-8 become base64.
  public String text() {
    String text = new String(bytes, UTF_8);
    return Arrays.equals(text.getBytes(UTF_8), bytes)
        ? text
        : BASE64 + Base64.getEncoder().encodeToString(bytes);
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
