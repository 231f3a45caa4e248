package io.schemamemory.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// A line that a function printed, as CloudWatch reads it.
final class LogLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogLine() {}

  /// Whether it is what Lambda's logger writes, or metrics.
  static boolean isOne(String line) {
    try {
      JsonNode read = JSON.readTree(line);
      return read.has("_aws")
          || (read.path("timestamp").isTextual()
              && read.path("level").isTextual()
              && read.path("message").isTextual());
    } catch (JsonProcessingException noJson) {
      return false;
    }
  }

  static String message(String line) {
    try {
      return JSON.readTree(line).path("message").asText();
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(line, noJson);
    }
  }
}
