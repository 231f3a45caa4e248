package io.schemamemory.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.gateway.Response.Header;
import io.schemamemory.local.runtime.Payload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Converts a function's result, payload format 2.0, to an HTTP response.
final class FunctionAnswer {
  private static final JsonMapper JSON = new JsonMapper();

  private FunctionAnswer() {}

  static Response toResponse(Payload payload) {
    try {
      JsonNode answer = JSON.readTree(payload.bytes());
      return answer.has("statusCode")
          ? structured(answer)
          : Response.json(200, answer.isTextual() ? Payload.of(answer.textValue()) : payload);
    } catch (IOException | IllegalArgumentException _) {
      // API Gateway says no more than this about a result it cannot read.
      return Response.message(500, "Internal Server Error");
    }
  }

  private static Response structured(JsonNode answer) {
    int status = answer.path("statusCode").asInt();
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("statusCode " + answer.path("statusCode"));
    }
    Payload body = body(answer);
    List<Header> headers = new ArrayList<>();
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.add(new Header(header.getKey(), header.getValue().asText())));
    answer
        .path("cookies")
        .forEach(cookie -> headers.add(new Header("Set-Cookie", cookie.asText())));
    if (!body.isEmpty() && headers.stream().noneMatch(FunctionAnswer::isContentType)) {
      headers.add(new Header("Content-Type", "text/plain;charset=UTF-8"));
    }
    // The front door sets the length.
    headers.removeIf(header -> header.name().equalsIgnoreCase("content-length"));
    return new Response(status, headers, body);
  }

  private static Payload body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Payload.of(Base64.getDecoder().decode(body))
        : Payload.of(body);
  }

  private static boolean isContentType(Header header) {
    return header.name().equalsIgnoreCase("content-type");
  }
}
