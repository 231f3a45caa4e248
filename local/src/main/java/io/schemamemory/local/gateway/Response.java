package io.schemamemory.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.schemamemory.local.runtime.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An HTTP response.
record Response(int status, List<Header> headers, Payload body) {

  record Header(String name, String value) {}

  Response {
    headers = List.copyOf(headers);
  }

  static Response empty(int status) {
    return new Response(status, List.of(), Payload.of(""));
  }

  static Response json(int status, Payload body) {
    return empty(status).with("Content-Type", "application/json").with(body);
  }

  /// The form of API Gateway's own errors.
  static Response message(int status, String message) {
    String body = JsonNodeFactory.instance.objectNode().put("message", message).toString();
    return json(status, Payload.of(body));
  }

  Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, more, body);
  }

  private Response with(Payload other) {
    return new Response(status, headers, other);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
    byte[] bytes = body.bytes();
    boolean withoutBody =
        bytes.length == 0
            || exchange.getRequestMethod().equals("HEAD")
            || status == 204
            || status == 304;
    exchange.sendResponseHeaders(status, withoutBody ? -1 : bytes.length);
    if (!withoutBody) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
