package io.schemamemory.testkit.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The metrics in what a function printed, as CloudWatch reads them.
///
/// @param values by the metric's name, in the order printed
public record PrintedMetrics(Map<String, List<Long>> values) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BEGINNING = "{\"_aws\":";

  /// Reads every line of the embedded metric format.
  ///
  /// @throws AssertionError if one is for another namespace, or has a dimension: no alarm would see
  ///     it
  public static PrintedMetrics in(Stream<String> lines, String namespace) {
    Map<String, List<Long>> values = new LinkedHashMap<>();
    lines
        .filter(line -> line.contains(BEGINNING))
        // Outside Lambda, its logger does not end a line.
        .map(line -> read(line.substring(line.indexOf(BEGINNING))))
        .forEach(line -> add(line, namespace, values));
    return new PrintedMetrics(values);
  }

  public Set<String> names() {
    return values.keySet();
  }

  /// What was printed last.
  public long last(String name) {
    return values.getOrDefault(name, List.of()).getLast();
  }

  private static void add(JsonNode line, String namespace, Map<String, List<Long>> values) {
    for (JsonNode directive : line.at("/_aws/CloudWatchMetrics")) {
      if (!directive.path("Namespace").asText().equals(namespace)
          || !directive.path("Dimensions").toString().equals("[[]]")) {
        throw new AssertionError("not in " + namespace + " without dimensions: " + line);
      }
      for (JsonNode metric : directive.path("Metrics")) {
        String name = metric.path("Name").asText();
        values.computeIfAbsent(name, _ -> new ArrayList<>()).add(number(line, name));
      }
    }
  }

  private static long number(JsonNode line, String name) {
    if (!line.path(name).isNumber()) {
      throw new AssertionError("no number " + name + ": " + line);
    }
    return line.path(name).asLong();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(line, noJson);
    }
  }
}
