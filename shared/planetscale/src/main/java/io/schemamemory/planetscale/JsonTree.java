package io.schemamemory.planetscale;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Builds a tree of what is parsed, and names what is left out or unreadable.
final class JsonTree {
  /// PlanetScale nests 6 deep; ten times that is not PlanetScale's.
  private static final int DEEPEST = 64;

  /// Names of this many levels say where something stands.
  private static final int DEEPEST_NAMED = 6;

  /// A longer number is none that is meant, and takes long to calculate.
  private static final int LONGEST_NUMBER = 100;

  private final JsonParser parser;
  private final PassedOver passedOver;

  JsonTree(JsonParser parser, PassedOver passedOver) {
    this.parser = parser;
    this.passedOver = passedOver;
  }

  /// The object that the parser stands at.
  JsonNode object() throws IOException {
    return object("", 1);
  }

  private JsonNode object(String path, int depth) throws IOException {
    String parent = path.isEmpty() ? "" : path + ".";
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String field = depth > DEEPEST_NAMED ? path : PassedOver.path(parent, name);
      parser.nextToken();
      JsonNode value = value(field, depth);
      if (UnreadableCharacters.areIn(name)) {
        passedOver.add(field);
      } else if (fields.putIfAbsent(name, value) != null) {
        twice.add(name);
        passedOver.add(PassedOver.twice(field));
      }
    }
    // Which of the two is meant, nobody knows.
    fields.keySet().removeAll(twice);
    return JsonNode.createObjectNode(fields);
  }

  private JsonNode array(String path, int depth) throws IOException {
    List<JsonNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(path, depth));
    }
    return JsonNode.createArrayNode(elements);
  }

  private JsonNode value(String path, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> depth < DEEPEST ? object(path, depth + 1) : tooDeep(path);
      case START_ARRAY -> depth < DEEPEST ? array(path, depth + 1) : tooDeep(path);
      case VALUE_STRING -> string(path);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(path);
      case VALUE_TRUE -> JsonNode.createBooleanNode(true);
      case VALUE_FALSE -> JsonNode.createBooleanNode(false);
      case null, default -> JsonNode.nullNode();
    };
  }

  private JsonNode tooDeep(String path) throws IOException {
    passedOver.add(path);
    parser.skipChildren();
    return JsonNode.nullNode();
  }

  private JsonNode string(String path) throws IOException {
    String text = parser.getText();
    if (UnreadableCharacters.areIn(text)) {
      passedOver.add(path);
    }
    // Only here, so that no reader meets what the database refuses.
    return JsonNode.createStringNode(UnreadableCharacters.shown(text));
  }

  private JsonNode number(String path) throws IOException {
    if (parser.getTextLength() > LONGEST_NUMBER) {
      passedOver.add(path);
      return JsonNode.createNumberNode(Double.NaN);
    }
    if (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      return JsonNode.createNumberNode(parser.getDoubleValue());
    }
    return switch (parser.getNumberType()) {
      case INT -> JsonNode.createNumberNode(parser.getIntValue());
      case LONG -> JsonNode.createNumberNode(parser.getLongValue());
      default -> JsonNode.createNumberNode(parser.getBigIntegerValue());
    };
  }
}
