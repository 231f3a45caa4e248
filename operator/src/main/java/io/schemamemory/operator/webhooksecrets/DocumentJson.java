package io.schemamemory.operator.webhooksecrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.webhook.secrets.SecretsDocument;
import io.schemamemory.webhook.secrets.SecretsDocumentException;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The document as JSON; what the receiver would refuse is neither read nor written.
final class DocumentJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private DocumentJson() {}

  /// Reads a document.
  ///
  /// @param place where it stands, for the message
  static Document read(String text, String place) {
    try {
      SecretsDocument.parse(text);
    } catch (SecretsDocumentException refused) {
      throw new RefusedException(
          place + " is refused: " + refused.getMessage() + "; mend it first");
    }
    TreeMap<String, SourceEntry> sources = new TreeMap<>();
    tree(text)
        .propertyStream()
        .forEach(p -> sources.put(p.getKey(), entry(p.getKey(), p.getValue())));
    return new Document(sources);
  }

  /// Writes a document, for the receiver to read.
  static String write(Document document) {
    ObjectNode root = JSON.createObjectNode();
    document.sources().values().forEach(entry -> write(entry, root.putObject(entry.name())));
    String text = root.toPrettyString() + "\n";
    SecretsDocument.parse(text);
    return text;
  }

  private static void write(SourceEntry entry, ObjectNode node) {
    ArrayNode live = node.putArray("live");
    entry.live().forEach(secret -> live.add(secret.text()));
    ArrayNode retired = node.putArray("retired");
    entry
        .retired()
        .forEach(
            one ->
                retired
                    .addObject()
                    .put("secret", one.secret().text())
                    .put("retired_at", one.at().toString()));
  }

  private static SourceEntry entry(String name, JsonNode node) {
    if (node.isTextual()) {
      return new SourceEntry(name, List.of(new Secret(node.textValue())), List.of());
    }
    return new SourceEntry(
        name,
        elements(node.path("live")).map(one -> new Secret(one.textValue())).toList(),
        elements(node.path("retired")).map(DocumentJson::retired).toList());
  }

  private static Retired retired(JsonNode node) {
    return new Retired(
        new Secret(node.path("secret").textValue()),
        Instant.parse(node.path("retired_at").textValue()));
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return list.valueStream();
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException impossible) {
      // Without the cause: its message repeats what it read.
      throw new IllegalStateException("what has been parsed once cannot be parsed again");
    }
  }
}
