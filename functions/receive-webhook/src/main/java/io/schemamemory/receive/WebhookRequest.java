package io.schemamemory.receive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// What the receiver looks at in API Gateway's event: the source, the signature and the raw bytes.
/// The source is the last part of the path, where the path has one.
///
/// Read token by token: the runtime's own mapping to objects is a third of a cold start.
final class WebhookRequest {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String SIGNATURE = "X-PlanetScale-Signature";

  private String source = WebhookSecrets.BARE;
  private long arrivedMillis;
  private @Nullable String signature;
  private @Nullable String body;
  private boolean base64;

  private WebhookRequest() {}

  static WebhookRequest read(InputStream event) throws IOException {
    WebhookRequest request = new WebhookRequest();
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        request.readField(parser, parser.currentName());
      }
    }
    return request;
  }

  private void readField(JsonParser event, String name) throws IOException {
    JsonToken value = event.nextToken();
    switch (name) {
      case "pathParameters" -> readPath(event);
      case "headers" -> readHeaders(event);
      case "requestContext" -> readContext(event);
      case "body" -> body = event.getValueAsString();
      case "isBase64Encoded" -> base64 = value == JsonToken.VALUE_TRUE;
      default -> event.skipChildren();
    }
  }

  private void readPath(JsonParser event) throws IOException {
    while (event.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = event.currentName().equals("source");
      event.nextToken();
      if (wanted) {
        source = event.getValueAsString("");
      }
      event.skipChildren();
    }
  }

  private void readContext(JsonParser event) throws IOException {
    if (!event.isExpectedStartObjectToken()) {
      event.skipChildren();
      return;
    }
    while (event.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = event.currentName().equals("timeEpoch");
      event.nextToken();
      if (wanted) {
        arrivedMillis = event.getValueAsLong();
      }
      event.skipChildren();
    }
  }

  /// API Gateway lowers header names, `sam local` passes them as sent.
  private void readHeaders(JsonParser event) throws IOException {
    while (event.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = event.currentName().equalsIgnoreCase(SIGNATURE);
      event.nextToken();
      if (wanted) {
        signature = event.getValueAsString();
      }
      event.skipChildren();
    }
  }

  /// When API Gateway had it, by its clock; long ago when it does not say.
  Instant arrivedAt() {
    return Instant.ofEpochMilli(arrivedMillis);
  }

  String source() {
    return source;
  }

  @Nullable String signature() {
    return signature;
  }

  byte[] body() {
    if (body == null) {
      return new byte[0];
    }
    return base64 ? decoded(body) : body.getBytes(StandardCharsets.UTF_8);
  }

  /// What is no base64 is no body that anybody signed.
  private static byte[] decoded(String body) {
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException malformed) {
      return new byte[0];
    }
  }
}
