package io.schemamemory.local.gateway;

import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.LogFormat;
import io.schemamemory.local.template.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Functions and requests around one property.
final class Samples {
  private Samples() {}

  static Function function(String logicalId, Route... routes) {
    return new Function(
        logicalId,
        logicalId,
        "a.B",
        Duration.ofSeconds(3),
        128,
        LogFormat.TEXT,
        false,
        Map.of(),
        List.of(routes),
        List.of());
  }

  static Request request(Map<String, List<String>> headers, Payload body) {
    return new Request("POST", "/a%20b/7", "", headers, "127.0.0.1", "HTTP/1.1", body);
  }

  static Request get(String rawQuery) {
    return new Request(
        "GET", "/a%20b/7", rawQuery, Map.of(), "127.0.0.1", "HTTP/1.1", Payload.of(""));
  }
}
