package io.schemamemory.webhook.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/// Writes webhook secrets as the document that [SecretsDocument] reads.
public final class SecretsDocumentWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private SecretsDocumentWriter() {}

  /// The document as text.
  ///
  /// @throws SecretsDocumentException if the receiver would refuse it
  public static String write(WebhookSecrets secrets) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      for (Map.Entry<String, SourceSecrets> source : sorted(secrets).entrySet()) {
        json.writeFieldName(source.getKey());
        write(json, source.getValue());
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot be written to", impossible);
    }
    var _ = SecretsDocument.parse(text.toString());
    return text.toString();
  }

  private static Map<String, SourceSecrets> sorted(WebhookSecrets secrets) {
    return new TreeMap<>(secrets.bySource());
  }

  private static void write(JsonGenerator json, SourceSecrets source) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("live");
    for (WebhookSecret live : source.live()) {
      json.writeString(live.reveal());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("retired");
    for (RetiredSecret retired : source.retired()) {
      json.writeStartObject();
      json.writeStringField("secret", retired.secret().reveal());
      json.writeStringField("retired_at", retired.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
