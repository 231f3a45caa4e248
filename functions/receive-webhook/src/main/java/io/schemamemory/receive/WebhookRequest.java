package io.schemamemory.receive;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the receiver looks at in a request: the signature header and the raw bytes.
final class WebhookRequest {
  private static final String SIGNATURE = "X-PlanetScale-Signature";

  private final APIGatewayV2HTTPEvent event;

  WebhookRequest(APIGatewayV2HTTPEvent event) {
    this.event = event;
  }

  /// API Gateway lowers header names, `sam local` passes them as sent.
  @Nullable String signature() {
    Map<String, String> headers = event.getHeaders();
    if (headers == null) {
      return null;
    }
    for (Map.Entry<String, String> header : headers.entrySet()) {
      if (header.getKey().equalsIgnoreCase(SIGNATURE)) {
        return header.getValue();
      }
    }
    return null;
  }

  /// What is no base64 is no body that anybody signed.
  private static byte[] decoded(String body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }

  byte[] body() {
    String body = event.getBody();
    if (body == null) {
      return new byte[0];
    }
    return event.getIsBase64Encoded() ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
  }
}
