package io.schemamemory.webhook.spill;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.schemamemory.webhook.spill.Decoding.Decoded;
import io.schemamemory.webhook.spill.Decoding.Malformed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A message's form: one JSON object, every field a text, the body compressed.
///
/// In the dead-letter queue all but the body can be read at a glance.
final class SpillMessage {
  /// Raised when an older release could not read a new message; the new release then reads both.
  private static final String VERSION = "1";

  private static final Set<String> FIELDS =
      Set.of("version", "source", "fingerprint", "signature", "received_at", "body");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private SpillMessage() {}

  static String write(SpilledDelivery delivery) {
    StringWriter text = new StringWriter();
    try (JsonGenerator message = JSON.createGenerator(text)) {
      message.writeStartObject();
      message.writeStringField("version", VERSION);
      message.writeStringField("source", delivery.source());
      message.writeStringField("fingerprint", delivery.fingerprint());
      message.writeStringField("signature", delivery.signature());
      message.writeStringField("received_at", delivery.receivedAt().toString());
      message.writeStringField("body", Compressed.of(delivery.body()));
      message.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot be written to", impossible);
    }
    return text.toString();
  }

  static Decoding read(String message) {
    try {
      return read(fields(message));
    } catch (IOException | DateTimeException | IllegalArgumentException malformed) {
      // Without its message, which repeats what it could not read.
      return new Malformed("it is malformed: " + malformed.getClass().getSimpleName());
    }
  }

  private static Decoding read(Map<String, String> fields) throws IOException {
    if (!fields.getOrDefault("version", VERSION).equals(VERSION)) {
      return new Malformed("its version is not " + VERSION + ": deploy the release that wrote it");
    }
    if (!fields.keySet().equals(FIELDS)) {
      return new Malformed("its fields are not " + FIELDS.stream().sorted().toList());
    }
    UnaryOperator<String> field = name -> fields.getOrDefault(name, "");
    return new Decoded(
        new SpilledDelivery(
            field.apply("source"),
            field.apply("fingerprint"),
            field.apply("signature"),
            Instant.parse(field.apply("received_at")),
            Compressed.read(field.apply("body"))));
  }

  private static Map<String, String> fields(String message) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(message)) {
      require(parser.nextToken() == JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        require(parser.nextToken() == JsonToken.VALUE_STRING);
        fields.put(name, parser.getText());
      }
      require(parser.nextToken() == null);
    }
    return fields;
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalArgumentException("not one object of texts");
    }
  }
}
