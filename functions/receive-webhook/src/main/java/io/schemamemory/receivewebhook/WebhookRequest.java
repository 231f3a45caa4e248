package io.schemamemory.receivewebhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the receiver looks at in API Gateway's event: the source, the signature and the raw bytes.
/// The source is the last part of the path, where the path has one.
///
/// Read token by token: the runtime's own mapping to objects is a third of a cold start.
final class WebhookRequest {
  /// An event is UTF-8; guessing takes zeros at its beginning for another encoding and fails on it.
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private static final String SIGNATURE = "X-PlanetScale-Signature";
  private static final String TWO_SIGNATURES = ",";
  private static final String SCHEDULER = "aws.scheduler";

  private String source = WebhookSecrets.BARE;
  private long arrivedMillis;
  private @Nullable String signature;
  private @Nullable String text;
  private boolean base64;
  private boolean scheduled;
  private byte[] body = {};

  private WebhookRequest() {}

  /// Empty when the bytes are no event of API Gateway's.
  static Optional<WebhookRequest> read(InputStream event) throws IOException {
    WebhookRequest request = new WebhookRequest();
    try (JsonParser parser = JSON.createParser(event)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        request.readField(parser, parser.currentName());
      }
      request.body = request.decode();
      return Optional.of(request);
    } catch (JsonProcessingException | IllegalArgumentException neitherJsonNorBase64) {
      return Optional.empty();
    }
  }

  private void readField(JsonParser event, String name) throws IOException {
    JsonToken value = event.nextToken();
    switch (name) {
      case "pathParameters" -> readPath(event);
      case "headers" -> readHeaders(event);
      case "body" -> text = event.getValueAsString();
      case "requestContext" -> readContext(event);
      case "source" -> scheduled = SCHEDULER.equals(event.getValueAsString());
      case "isBase64Encoded" -> base64 = value == JsonToken.VALUE_TRUE;
      default -> {}
    }
    event.skipChildren();
  }

  private void readPath(JsonParser event) throws IOException {
    if (!event.isExpectedStartObjectToken()) {
      return;
    }
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

  /// API Gateway lowers header names and joins what was sent twice; others pass them on as sent.
  private void readHeaders(JsonParser event) throws IOException {
    if (!event.isExpectedStartObjectToken()) {
      return;
    }
    while (event.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = event.currentName().equalsIgnoreCase(SIGNATURE);
      event.nextToken();
      if (wanted) {
        signature = signature == null ? event.getValueAsString("") : TWO_SIGNATURES;
      }
      event.skipChildren();
    }
  }

  /// When API Gateway had it, by its clock; long ago when it does not say.
  Instant arrivedAt() {
    return Instant.ofEpochMilli(arrivedMillis);
  }

  /// Whether it is the schedule that keeps the snapshot in use. API Gateway's events have no such
  /// field, and a sender cannot add one.
  boolean isScheduled() {
    return scheduled && signature == null && text == null;
  }

  String source() {
    return source;
  }

  @Nullable String signature() {
    return signature;
  }

  byte[] body() {
    return body;
  }

  private byte[] decode() {
    if (text == null) {
      return new byte[0];
    }
    return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
  }
}
