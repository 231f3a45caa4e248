package io.schemamemory.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.webhook.Signatures;
import java.util.stream.Stream;

/// PlanetScale, as far as a local run can be it: posts to a source's path with a live secret of it.
public record Sender(String source, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/planetscale/webhooks";

  /// One that the document lets in, by the bare path if that is open.
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

  /// Where it posts.
  public String path() {
    return source.equals(WebhookSecrets.BARE) ? PATH : PATH + "/" + source;
  }

  /// The header's value for a body.
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
