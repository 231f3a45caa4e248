package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/// What an event says, read by other means than the receiver reads it, to compare the two.
record OtherReading(String source, String signature, String body, boolean base64) {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  /// Empty when the event is none, or none this reads.
  static Optional<OtherReading> of(byte[] event) {
    try {
      JsonNode read = STRICT.readTree(event);
      JsonNode source = read.path("pathParameters").path("source");
      if (!read.path("body").isTextual() || !(source.isMissingNode() || source.isTextual())) {
        return Optional.empty();
      }
      return Optional.of(
          new OtherReading(
              source.asText(WebhookSecrets.BARE),
              signature(read.path("headers")),
              read.path("body").textValue(),
              read.path("isBase64Encoded").isBoolean()
                  && read.path("isBase64Encoded").booleanValue()));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static String signature(JsonNode headers) {
    return String.join(
        ",",
        headers.properties().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(Signatures.HEADER))
            .map(Map.Entry::getValue)
            .map(JsonNode::asText)
            .toList());
  }

  /// Whether a live secret of the source signed exactly these bytes.
  boolean authentic() {
    return SomeSecrets.live(source).stream()
        .anyMatch(secret -> Signatures.sign(secret, bytes()).equalsIgnoreCase(signature));
  }

  byte[] bytes() {
    return base64 ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8);
  }
}
