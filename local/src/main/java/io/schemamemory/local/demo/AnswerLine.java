package io.schemamemory.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Collectors;

/// Shortens a function's response for a person.
final class AnswerLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswerLine() {}

  /// The fields with a single value, such as `normalized 9, unknown 1`.
  static String of(String answer) {
    return read(answer)
        .propertyStream()
        .filter(field -> field.getValue().isValueNode())
        .map(field -> field.getKey() + " " + field.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  /// The message of an error that Lambda returned.
  static String error(String answer) {
    return read(answer).path("errorMessage").asText("without a message");
  }

  private static JsonNode read(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException malformed) {
      return JSON.missingNode();
    }
  }
}
