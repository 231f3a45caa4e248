package io.schemamemory.local.gateway;

import io.schemamemory.local.runtime.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/// A body in an event: text, or bytes in base64.
record TextOrBinary(String body, boolean isBase64Encoded) {
  private static final Set<String> TEXT_TYPES =
      Set.of("application/json", "application/javascript", "application/xml");

  static TextOrBinary of(Payload payload, String contentType) {
    byte[] bytes = payload.bytes();
    if (isText(contentType)) {
      try {
        return new TextOrBinary(strictly(bytes), false);
      } catch (CharacterCodingException _) {
        // Replacing invalid UTF-8 would change the bytes that a signature covers.
      }
    }
    return new TextOrBinary(Base64.getEncoder().encodeToString(bytes), true);
  }

  private static boolean isText(String contentType) {
    int parameters = contentType.indexOf(';');
    String type =
        (parameters < 0 ? contentType : contentType.substring(0, parameters))
            .strip()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text/") || TEXT_TYPES.contains(type);
  }

  private static String strictly(byte[] bytes) throws CharacterCodingException {
    // A decoder reports malformed input, where the String constructor replaces it.
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
