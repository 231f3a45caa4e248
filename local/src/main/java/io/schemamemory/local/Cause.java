package io.schemamemory.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.runtime.InvocationOutcome;
import java.util.Optional;
import java.util.Set;

/// Finds the cause of a failure, short enough for one line.
final class Cause {
  private static final int LONGEST = 300;
  private static final Set<String> ERRORS = Set.of("ERROR", "FATAL");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Cause() {}

  /// The type and message of an error that Lambda returned.
  static String of(InvocationOutcome.Failed failed) {
    JsonNode error = read(failed.error().text());
    String type = error.path("errorType").asText(failed.errorType());
    return firstLine(type + ": " + error.path("errorMessage").asText("without a message"));
  }

  /// The message of a log line, without its JSON.
  static String messageOf(String line) {
    return line.startsWith("{") ? firstLine(read(line).path("message").asText()) : firstLine(line);
  }

  /// The message of a log line with level ERROR.
  static Optional<String> errorIn(String line) {
    return line.startsWith("{") && ERRORS.contains(read(line).path("level").asText())
        ? Optional.of(messageOf(line))
        : Optional.empty();
  }

  private static String firstLine(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + " ..." : line;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      return JSON.missingNode();
    }
  }
}
