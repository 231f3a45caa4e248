package io.schemamemory.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.webhook.Signatures;
import java.util.stream.Stream;

/// Signs as PlanetScale does, with a live secret of a source.
public record Sender(String source, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/planetscale/webhooks";

  /// A sender for a source with a live secret; for the bare path if it has one.
  ///
  /// @throws IllegalStateException if no source has a live secret
  public static Sender of(String document) {
    JsonNode sources = read(document);
    return Stream.concat(
            Stream.of(WebhookSecrets.BARE).filter(sources::has),
            sources.propertyStream().map(p -> p.getKey()))
        .filter(source -> !live(sources.path(source)).isEmpty())
        .map(source -> new Sender(source, live(sources.path(source))))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no source has a live secret: give one with bin/webhook-secrets rotate"));
  }

  /// The path it posts to.
  public String path() {
    return source.equals(WebhookSecrets.BARE) ? PATH : PATH + "/" + source;
  }

  /// The signature header's value for a body.
  public String sign(byte[] body) {
    return Signatures.sign(secret, body);
  }

  private static String live(JsonNode source) {
    return source.isTextual() ? source.textValue() : source.path("live").path(0).asText("");
  }

  private static JsonNode read(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException malformed) {
      // Without the cause: its message repeats what it read.
      throw new IllegalStateException("the webhook secrets are no JSON");
    }
  }

  @Override
  public String toString() {
    return "Sender[" + source + "]";
  }
}
