package io.schemamemory.planetscale;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// The texts of a field that is a text in one body, and a list or an object in another: PlanetScale
/// documents errors as untyped.
final class Texts {
  /// The fields of an object that say what it is about; its others are codes and places.
  private static final List<String> SAYING =
      List.of(
          "error_description",
          "message",
          "error_message",
          "error",
          "description",
          "detail",
          "reason",
          "text",
          "lint_error",
          "code");

  private Texts() {}

  /// Null for a value that is neither, or a list of nothing but such values.
  static @Nullable List<String> of(JsonNode json) {
    if (!json.isArray()) {
      return json.isString() || json.isObject() ? one(json).toList() : null;
    }
    List<JsonNode> elements = elements(json).filter(element -> !element.isNull()).toList();
    List<String> texts = elements.stream().flatMap(Texts::one).toList();
    boolean other =
        elements.stream().anyMatch(element -> !element.isString() && !element.isObject());
    return texts.isEmpty() && other ? null : texts;
  }

  private static Stream<String> one(JsonNode json) {
    Stream<String> found =
        json.isString()
            ? Stream.of(json.getStringValue())
            : json.isObject() ? ofObject(json) : Stream.empty();
    return found.filter(text -> !text.isBlank());
  }

  private static Stream<String> ofObject(JsonNode object) {
    List<String> said =
        SAYING.stream()
            .map(object::get)
            .filter(Objects::nonNull)
            .map(field -> within(field).toList())
            .filter(texts -> !texts.isEmpty())
            .findFirst()
            .orElse(List.of());
    return said.isEmpty() ? members(object) : said.stream();
  }

  /// Such as one error for each shard, by the shard's name.
  private static Stream<String> members(JsonNode object) {
    return StreamSupport.stream(object.entries().spliterator(), false).flatMap(Texts::member);
  }

  private static Stream<String> member(Map.Entry<String, JsonNode> member) {
    return within(member.getValue()).map(text -> member.getKey() + ": " + text);
  }

  private static Stream<String> within(JsonNode field) {
    return field.isArray() ? elements(field).flatMap(Texts::one) : one(field);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false);
  }
}
