package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.testkit.webhook.Signatures;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/// What may happen to a signed request on its way.
enum Tampering {
  NONE,
  /// Hex digits may be of either case.
  SIGNATURE_IN_UPPER_CASE,
  ONE_BIT_OF_THE_BODY,
  ONE_BYTE_MORE,
  LAST_BYTE_CUT_OFF,
  ONE_DIGIT_OF_THE_SIGNATURE,
  SIGNATURE_PREFIXED,
  SIGNATURE_TWICE,
  SIGNATURE_LEFT_OUT,
  SENT_TO_ANOTHER_SOURCE;

  private static final JsonMapper JSON = new JsonMapper();

  static Tampering of(byte any) {
    return values()[Byte.toUnsignedInt(any) % values().length];
  }

  boolean harmless() {
    return this == NONE || this == SIGNATURE_IN_UPPER_CASE;
  }

  /// The event API Gateway makes of what arrives.
  byte[] event(byte[] signed, String signature) {
    byte[] body = body(signed);
    boolean text = Arrays.equals(new String(body, UTF_8).getBytes(UTF_8), body);
    ObjectNode event = JSON.createObjectNode();
    addHeaders(event.putObject("headers"), signature);
    if (this == SENT_TO_ANOTHER_SOURCE) {
      event.putObject("pathParameters").put("source", "nobody");
    }
    event.put("isBase64Encoded", !text);
    event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    return event.toString().getBytes(UTF_8);
  }

  private byte[] body(byte[] signed) {
    byte[] body = Arrays.copyOf(signed, this == ONE_BYTE_MORE ? signed.length + 1 : signed.length);
    return switch (this) {
      case ONE_BIT_OF_THE_BODY -> withOneBitChanged(body);
      case LAST_BYTE_CUT_OFF -> Arrays.copyOf(body, Math.abs(body.length - 1));
      default -> body;
    };
  }

  private static byte[] withOneBitChanged(byte[] body) {
    if (body.length == 0) {
      return new byte[1];
    }
    body[body.length / 2] ^= 1;
    return body;
  }

  private void addHeaders(ObjectNode headers, String signature) {
    headers.put("content-type", "application/json");
    switch (this) {
      case SIGNATURE_LEFT_OUT -> {}
      case SIGNATURE_IN_UPPER_CASE ->
          headers.put(Signatures.HEADER, signature.toUpperCase(Locale.ROOT));
      case SIGNATURE_PREFIXED -> headers.put(Signatures.HEADER, "sha256=" + signature);
      case SIGNATURE_TWICE ->
          headers.put(Signatures.HEADER, signature).put("x-planetscale-signature", signature);
      case ONE_DIGIT_OF_THE_SIGNATURE ->
          headers.put(
              Signatures.HEADER, (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1));
      default -> headers.put(Signatures.HEADER, signature);
    }
  }
}
