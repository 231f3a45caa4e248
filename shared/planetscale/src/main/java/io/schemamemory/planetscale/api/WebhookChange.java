package io.schemamemory.planetscale.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a webhook to set; a null field stays as it is.
///
/// @param events replaces the whole list
public record WebhookChange(
    @Nullable String url, @Nullable Boolean enabled, @Nullable List<String> events) {
  private static final JsonFactory JSON = new JsonFactory();

  public WebhookChange {
    events = events == null ? null : List.copyOf(events);
  }

  /// A new webhook. PlanetScale creates it disabled unless told otherwise.
  public static WebhookChange create(String url, List<String> events) {
    return new WebhookChange(url, true, events);
  }

  /// Enables a webhook that PlanetScale or a person disabled.
  public static WebhookChange enable() {
    return new WebhookChange(null, true, null);
  }

  /// Subscribes to these events, and no others.
  public static WebhookChange subscribe(List<String> events) {
    return new WebhookChange(null, null, events);
  }

  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      if (url != null) {
        json.writeStringField("url", url);
      }
      if (enabled != null) {
        json.writeBooleanField("enabled", enabled);
      }
      if (events != null) {
        json.writeFieldName("events");
        json.writeArray(events.toArray(String[]::new), 0, events.size());
      }
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException("a StringWriter does not fail", never);
    }
    return text.toString();
  }
}
