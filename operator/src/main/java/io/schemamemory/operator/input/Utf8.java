package io.schemamemory.operator.input;

import io.schemamemory.operator.RefusedException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Decodes what must be UTF-8; other bytes would become other characters without a word.
public final class Utf8 {
  private Utf8() {}

  /// The text of bytes.
  ///
  /// @param place where the bytes come from, for the message
  /// @throws RefusedException naming the first byte that is not UTF-8
  public static String decode(byte[] bytes, String place) {
    if (isWide(bytes)) {
      throw new RefusedException(place + " is UTF-16 or UTF-32: save it as UTF-8");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (decoder.decode(in, out, true).isError()) {
      throw new RefusedException(
          "byte %d of %s is not UTF-8: save it as that".formatted(in.position() + 1, place));
    }
    return out.flip().toString();
  }

  /// By its mark, or by the zero bytes it has where UTF-8 has none.
  private static boolean isWide(byte[] bytes) {
    if (bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
      return true;
    }
    for (byte one : bytes) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
