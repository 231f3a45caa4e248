package io.schemamemory.webhook.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.schemamemory.domain.signature.SourceName;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The JSON document that holds every source's webhook secrets.
///
/// One object, by source: `{"live": ["…"], "retired": [{"secret": "…", "retired_at": "…Z"}]}`, or a
/// text, which is one live secret. Read token by token, since the receiver reads it when cold.
public final class SecretsDocument {
  /// What it looks like, for messages.
  public static final String FORM =
      "{\"SOURCE\": {\"live\": [\"SECRET\"], \"retired\":"
          + " [{\"secret\": \"SECRET\", \"retired_at\": \"2026-11-21T12:00:00Z\"}]}}";

  private static final JsonFactory JSON = new JsonFactory();

  private SecretsDocument() {}

  /// Reads a document; the smallest mistake refuses all of it.
  ///
  /// @throws SecretsDocumentException naming the source and the rule
  public static WebhookSecrets parse(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      WebhookSecrets secrets = new WebhookSecrets(sources(json));
      if (json.nextToken() != null) {
        throw new SecretsDocumentException("something follows the object of webhook secrets");
      }
      return secrets;
    } catch (JsonProcessingException malformed) {
      // Neither its message nor the cause: they repeat the text, and the text is secrets.
      JsonLocation place = malformed.getLocation();
      throw new SecretsDocumentException(
          "the webhook secrets are no JSON, at line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr())
              + encoding(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading a text in memory failed", impossible);
    }
  }

  /// What an editor added that saves otherwise than in UTF-8, or marks it.
  private static String encoding(String text) {
    if (text.startsWith("\uFEFF")) {
      return ": the text begins with U+FEFF, a byte order mark; save it without one";
    }
    return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0
        ? ": the text is not UTF-8; save it as that"
        : "";
  }

  private static Map<String, SourceSecrets> sources(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new SecretsDocumentException("the webhook secrets must be one object: " + FORM);
    }
    Map<String, SourceSecrets> sources = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (!SourceName.isWellFormed(name)) {
        // By its number: a secret may stand where a name belongs.
        throw new SecretsDocumentException(
            "source number " + (sources.size() + 1) + ": a source's name is " + SourceName.FORM);
      }
      if (sources.containsKey(name)) {
        throw new SecretsDocumentException("source " + name + " stands there twice");
      }
      sources.put(name, new SourceReader(json, name).read());
    }
    if (sources.isEmpty()) {
      throw new SecretsDocumentException("the webhook secrets name no source: " + FORM);
    }
    return sources;
  }
}
