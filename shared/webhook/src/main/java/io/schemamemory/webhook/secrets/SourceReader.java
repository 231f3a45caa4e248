package io.schemamemory.webhook.secrets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.domain.signature.WebhookSecret;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what the document says of one source.
final class SourceReader {
  private final JsonParser json;
  private final String source;
  private final Set<String> fingerprints = new HashSet<>();

  SourceReader(JsonParser json, String source) {
    this.json = json;
    this.source = source;
  }

  SourceSecrets read() throws IOException {
    return switch (json.nextToken()) {
      case VALUE_STRING -> secrets(List.of(secret()), List.of());
      case START_OBJECT -> object();
      default -> throw refused("must be a secret or an object with live and retired");
    };
  }

  private SourceSecrets object() throws IOException {
    List<WebhookSecret> live = null;
    List<RetiredSecret> retired = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      switch (json.currentName()) {
        case "live" -> live = once(live, live());
        case "retired" -> retired = once(retired, retired());
        default -> throw refused("has a key other than live and retired");
      }
    }
    if (live == null) {
      throw refused("has no live: a source that is closed has an empty list");
    }
    return secrets(live, retired == null ? List.of() : retired);
  }

  private List<WebhookSecret> live() throws IOException {
    List<WebhookSecret> live = new ArrayList<>();
    expect(JsonToken.START_ARRAY, "live must be a list of secrets");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      live.add(secret());
    }
    return live;
  }

  private List<RetiredSecret> retired() throws IOException {
    List<RetiredSecret> retired = new ArrayList<>();
    expect(JsonToken.START_ARRAY, "retired must be a list of objects");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      retired.add(retiredSecret());
    }
    return retired;
  }

  private RetiredSecret retiredSecret() throws IOException {
    WebhookSecret secret = null;
    Instant at = null;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw refused("retired must be a list of objects");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case "secret" -> secret = once(secret, secret());
        case "retired_at" -> at = once(at, time());
        default -> throw refused("has a retired secret with a key other than secret, retired_at");
      }
    }
    if (secret == null || at == null) {
      throw refused("has a retired secret without secret or without retired_at");
    }
    return new RetiredSecret(secret, at);
  }

  private WebhookSecret secret() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw refused("has a secret that is no text");
    }
    WebhookSecret secret;
    try {
      secret = WebhookSecret.of(json.getText());
    } catch (IllegalArgumentException malformed) {
      throw refused(
          "has a secret that is blank or has white space around it"
              + StrayCharacter.in(json.getText())
                  .map(stray -> " or inside, which nobody sees: its " + stray)
                  .orElse(""));
    }
    if (!fingerprints.add(secret.fingerprint())) {
      throw refused("has the secret " + secret.fingerprint() + " twice");
    }
    return secret;
  }

  private Instant time() throws IOException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    Instant time = text ? RetiredAt.parse(json.getText()) : null;
    if (time == null) {
      throw refused("has a retired_at that is not of the form " + RetiredAt.FORM);
    }
    return time;
  }

  private SourceSecrets secrets(List<WebhookSecret> live, List<RetiredSecret> retired) {
    try {
      return new SourceSecrets(live, retired);
    } catch (IllegalArgumentException tooMany) {
      throw refused("has too many live secrets: " + tooMany.getMessage());
    }
  }

  private void expect(JsonToken token, String rule) throws IOException {
    if (json.nextToken() != token) {
      throw refused(rule);
    }
  }

  private <T> T once(@Nullable T before, T now) {
    if (before != null) {
      throw refused("has a key twice");
    }
    return now;
  }

  private SecretsDocumentException refused(String rule) {
    return new SecretsDocumentException("source " + source + " " + rule);
  }
}
