package io.schemamemory.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.Stack;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Converts a request to an HTTP API's event for a function, payload format 2.0.
final class RequestEvent {
  static final String API_ID = "local";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Cookies have their own field; the others concern only the connection.
  private static final Set<String> NOT_PASSED_ON =
      Set.of("cookie", "connection", "keep-alive", "transfer-encoding", "upgrade");

  private RequestEvent() {}

  static Payload of(Request request, Routes.Match match, String path, Instant now) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().key());
    event.put("rawPath", path);
    event.put("rawQueryString", request.rawQuery());
    addCookies(event, request);
    addHeaders(event, request);
    putUnlessEmpty(event, "queryStringParameters", QueryString.parameters(request.rawQuery()));
    putUnlessEmpty(event, "pathParameters", match.pathParameters());
    event.set("requestContext", context(request, match, path, now));
    addBody(event, request);
    return Payload.of(event.toString());
  }

  private static void addCookies(ObjectNode event, Request request) {
    List<String> cookies = request.headers().getOrDefault("cookie", List.of());
    for (String header : cookies) {
      for (String cookie : header.split(";", -1)) {
        event.withArray("cookies").add(cookie.strip());
      }
    }
  }

  private static void addHeaders(ObjectNode event, Request request) {
    ObjectNode headers = event.putObject("headers");
    for (String name : request.headers().keySet()) {
      if (!NOT_PASSED_ON.contains(name)) {
        headers.put(name, request.header(name));
      }
    }
    headers.put("x-forwarded-for", request.sourceIp());
    headers.put("x-forwarded-proto", "http");
  }

  private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      ObjectNode node = event.putObject(name);
      values.forEach(node::put);
    }
  }

  private static ObjectNode context(Request request, Routes.Match match, String path, Instant now) {
    String host = request.header("host");
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.put("accountId", Stack.ACCOUNT);
    context.put("apiId", API_ID);
    context.put("domainName", host);
    context.put("domainPrefix", API_ID);
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", path)
        .put("protocol", request.protocol())
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent"));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", match.route().key());
    context.put("stage", "$default");
    context.put("time", TIME.format(now));
    context.put("timeEpoch", now.toEpochMilli());
    return context;
  }

  private static void addBody(ObjectNode event, Request request) {
    if (request.body().isEmpty()) {
      event.put("isBase64Encoded", false);
      return;
    }
    TextOrBinary body = TextOrBinary.of(request.body(), request.header("content-type"));
    event.put("body", body.body());
    event.put("isBase64Encoded", body.isBase64Encoded());
  }
}
