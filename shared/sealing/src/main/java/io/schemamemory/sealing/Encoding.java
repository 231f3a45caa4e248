package io.schemamemory.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Encodes fields unambiguously as bytes: each text follows its length.
///
/// Sealed and hashed values are bound to these bytes, so the format must never change.
final class Encoding {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// Begins with the name and version of what is encoded.
  static Encoding of(String what) {
    return new Encoding().text(what);
  }

  Encoding number(long number) {
    bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  Encoding text(String text) {
    byte[] utf8 = utf8(text);
    number(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  Encoding texts(List<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// The text in UTF-8. Rejects half a surrogate pair, which would silently become a question mark.
  ///
  /// @throws IllegalArgumentException if the text has half a surrogate pair
  static byte[] utf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] utf8 = new byte[encoded.remaining()];
      encoded.get(utf8);
      return utf8;
    } catch (CharacterCodingException half) {
      throw new IllegalArgumentException(
          "the text is not valid Unicode: it has half a surrogate pair");
    }
  }
}
