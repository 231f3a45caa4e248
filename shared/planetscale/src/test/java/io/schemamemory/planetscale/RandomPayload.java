package io.schemamemory.planetscale;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Bodies like the documented ones, in which every field that is not needed may be missing, null,
/// repeated, of another value or of another type, and fields are added.
final class RandomPayload {
  /// What tells one thing from another, so that a wrong one would be refused.
  private static final Pattern NEEDED =
      Pattern.compile(
          "event|timestamp|organization|database|resource"
              + "|resource\\.(id|name|number|branch|into_branch|branch_name|keyspace_name)"
              + "|resource\\.deployment\\.id");

  /// What is part of a key where it is there.
  private static final Pattern IN_KEY =
      Pattern.compile("resource\\.(state|deployment|deployment\\.queued_at)");

  private static final List<String> ADDED =
      List.of("table_locked", "throttled_at", "queue_paused", "branch_id", "in_the_year_2100");

  private final Map<String, JsonNode> samples = new HashMap<>();
  private final Random random;
  private final RandomJson values;

  RandomPayload(Random random) {
    this.random = random;
    this.values = new RandomJson(random);
  }

  String like(String event) {
    return object("", samples.computeIfAbsent(event, RandomPayload::sample));
  }

  private static JsonNode sample(String event) {
    try {
      @Nullable JsonNode sample =
          JsonMapper.createDefault().readValue(Samples.payload(event), JsonNode.class);
      return Objects.requireNonNull(sample);
    } catch (IOException malformed) {
      throw new UncheckedIOException(event, malformed);
    }
  }

  private String object(String path, JsonNode object) {
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object.entries()) {
      String value = field(path + field.getKey(), field.getValue());
      if (!value.isEmpty()) {
        fields.add("\"" + field.getKey() + "\":" + value);
      }
    }
    if (random.nextInt(4) == 0) {
      fields.add("\"" + ADDED.get(random.nextInt(ADDED.size())) + "\":" + values.any());
    }
    return "{" + String.join(",", fields) + "}";
  }

  /// Empty for a field that is left out.
  private String field(String path, JsonNode value) {
    if (NEEDED.matcher(path).matches()) {
      return like(path, value);
    }
    int fate = random.nextInt(20);
    if (IN_KEY.matcher(path).matches()) {
      return fate == 0 ? "" : fate == 1 ? "null" : like(path, value);
    }
    return switch (fate) {
      case 0, 1 -> "";
      case 2, 3 -> "null";
      case 4, 5, 6 -> values.any();
      default -> like(path, value);
    };
  }

  private String like(String path, JsonNode value) {
    if (value.isObject()) {
      return object(path + ".", value);
    }
    if (value.isArray()) {
      return array(path, value);
    }
    return switch (path) {
      case "event" -> "\"" + value.getStringValue() + "\"";
      case "timestamp" -> String.valueOf(values.second());
      case "resource.id", "resource.deployment.id" -> "\"id" + random.nextInt(3) + "\"";
      default -> leaf(path, value);
    };
  }

  private String array(String path, JsonNode array) {
    List<String> elements = new ArrayList<>();
    for (JsonNode element : array.values()) {
      for (int times = random.nextInt(4); times > 0; times--) {
        elements.add(random.nextInt(10) == 0 ? values.any() : like(path, element));
      }
    }
    return "[" + String.join(",", elements) + "]";
  }

  private String leaf(String path, JsonNode value) {
    if (value.isNumber()) {
      return path.equals("resource.number") ? values.whole() : values.number();
    }
    if (value.isBoolean()) {
      return String.valueOf(random.nextBoolean());
    }
    return path.endsWith("_at") ? values.time() : values.text();
  }
}
