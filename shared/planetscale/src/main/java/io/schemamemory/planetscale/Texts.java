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
  /// The fields of an object that say what it is about; the others are codes and places.
  private static final List<String> SAYING =
      List.of(
          "error_description", "message", "error_message", "error", "description", "detail", "reason",
          "text", "lint_error", "code");

  private Texts() {}

  /// Null if there is no text in it, though something else.
  static @Nullable List<String> of(JsonNode json) {
    List<String> found = all(json).filter(text -> !text.isBlank()).toList();
    boolean other = json.isNumber() || json.isBoolean();
    return found.isEmpty() && (other || holdsOther(json)) ? null : found;
  }

  private static boolean holdsOther(JsonNode json) {
    return json.isArray()
        && elements(json).anyMatch(one -> !one.isNull() && !one.isString() && !one.isContainerNode());
  }

  private static Stream<String> all(JsonNode json) {
    if (json.isString()) {
      return Stream.of(json.getStringValue());
    }
    if (json.isArray()) {
      return elements(json).flatMap(Texts::all);
    }
    return json.isObject() ? ofObject(json) : Stream.empty();
  }

  private static Stream<String> ofObject(JsonNode object) {
    List<String> said =
        SAYING.stream()
            .map(object::get)
            .filter(Objects::nonNull)
            .map(one -> all(one).filter(text -> !text.isBlank()).toList())
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
    return all(member.getValue())
        .filter(text -> !text.isBlank())
        .map(text -> member.getKey() + ": " + text);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false);
  }
}
