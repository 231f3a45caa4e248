package io.schemamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.schemamemory.local.runtime.Payload;
import io.schemamemory.local.template.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestEventTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30.5Z");
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_event_has_the_route_the_path_and_its_parameters() throws Exception {
    JsonNode event = event(Samples.get(""));

    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("ANY /{name}/{id}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/a b/7");
    assertThat(event.path("pathParameters"))
        .isEqualTo(JSON.readTree("{\"name\": \"a b\", \"id\": \"7\"}"));
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
  }

  @Test
  void query_parameters_are_decoded_and_joined_and_the_raw_string_kept() throws Exception {
    JsonNode event = event(Samples.get("a=1&b=x%20y+z&a=2&c"));

    assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&b=x%20y+z&a=2&c");
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(JSON.readTree("{\"a\": \"1,2\", \"b\": \"x y z\", \"c\": \"\"}"));
  }

  @Test
  void headers_are_joined_and_cookies_are_separate() throws Exception {
    Map<String, List<String>> headers =
        Map.of("accept", List.of("a", "b"), "cookie", List.of("x=1; y=2", "z=3"));
    JsonNode event = event(Samples.request(headers, Payload.of("")));

    assertThat(event.path("headers").path("accept").asText()).isEqualTo("a,b");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies")).isEqualTo(JSON.readTree("[\"x=1\", \"y=2\", \"z=3\"]"));
  }

  @Test
  void the_context_has_the_client_the_request_and_the_time() throws Exception {
    Map<String, List<String>> headers =
        Map.of("host", List.of("here:80"), "user-agent", List.of("curl"));
    JsonNode context = event(Samples.request(headers, Payload.of(""))).path("requestContext");

    assertThat(context.path("domainName").asText()).isEqualTo("here:80");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("21/Nov/2026:10:15:30 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(NOW.toEpochMilli());
    assertThat(context.path("requestId").asText()).isNotEmpty();
    assertThat(context.path("http"))
        .isEqualTo(
            JSON.readTree(
                """
                {"method": "POST", "path": "/a b/7", "protocol": "HTTP/1.1",
                 "sourceIp": "127.0.0.1", "userAgent": "curl"}
                """));
  }

  private static JsonNode event(Request request) throws Exception {
    Routes routes =
        new Routes(List.of(Samples.function("Thing", new Route(Route.ANY, "/{name}/{id}"))));
    Routes.Match match = routes.match(request.method(), "/a b/7").orElseThrow();
    return JSON.readTree(RequestEvent.of(request, match, "/a b/7", NOW).bytes());
  }
}
