package io.schemamemory.local.gateway;

import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.local.runtime.Payload;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// An HTTP request with its header names in lower case.
record Request(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    String sourceIp,
    String protocol,
    Payload body) {

  /// Empty when the body is longer than allowed.
  static Optional<Request> read(HttpExchange exchange, int maxBody) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      // Read on, or the caller sees a broken connection instead of the response; but not for ever.
      exchange.getRequestBody().readNBytes(maxBody);
      return Optional.empty();
    }
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return Optional.of(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""),
            headers,
            exchange.getRemoteAddress().getAddress().getHostAddress(),
            exchange.getProtocol(),
            Payload.of(body)));
  }

  /// The values joined as API Gateway joins them; empty when there is no such header.
  String header(String name) {
    return String.join(",", headers.getOrDefault(name, List.of()));
  }
}
