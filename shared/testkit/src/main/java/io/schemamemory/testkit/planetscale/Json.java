package io.schemamemory.testkit.planetscale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Collection;

/// JSON as the stand-in reads and writes it.
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// @throws IllegalArgumentException if the text is no JSON object
  static ObjectNode object(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("no JSON: " + text, malformed);
    }
    throw new IllegalArgumentException("no JSON object: " + text);
  }

  /// Adds items as given, even if PlanetScale would never send them.
  static ObjectNode withData(ObjectNode list, Collection<String> items) {
    list.putRawValue("data", new RawValue("[" + String.join(",", items) + "]"));
    return list;
  }
}
