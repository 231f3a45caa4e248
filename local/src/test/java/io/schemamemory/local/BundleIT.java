package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.runtime.Payload;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BundleIT {
  private static final Payload NOTHING = Payload.of("");
  private static final Served SERVED = Served.start(0, 0);

  @AfterAll
  static void stop() {
    SERVED.close();
    SERVED.close();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void a_route_reaches_its_function_as_an_api_gateway_event() throws Exception {
    HttpResponse<String> answer =
        SERVED.send(
            "POST",
            "/echo/a%20b?x=1",
            Payload.of("{ }"),
            "Content-Type",
            "application/json",
            "X-Sig",
            "s");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"routeKey\":\"POST /echo/{name}\"")
        .contains("\"pathParameters\":{\"name\":\"a b\"}")
        .contains("\"queryStringParameters\":{\"x\":\"1\"}")
        .contains("\"x-sig\":\"s\"")
        .contains("\"body\":\"{ }\",\"isBase64Encoded\":false");
  }

  @Test
  void bytes_that_are_no_text_arrive_in_base64() throws Exception {
    Payload bytes = Payload.of(new byte[] {'{', (byte) 0xFF, '}'});

    assertThat(SERVED.send("POST", "/echo/x", bytes, "Content-Type", "application/json").body())
        .contains("\"body\":\"e/99\",\"isBase64Encoded\":true");
  }

  @Test
  void a_path_or_a_method_without_a_route_is_not_found() throws Exception {
    for (HttpResponse<String> answer :
        List.of(SERVED.send("GET", "/nowhere", NOTHING), SERVED.send("GET", "/echo/x", NOTHING))) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }
  }

  @Test
  void a_body_over_ten_megabytes_is_refused() throws Exception {
    Payload large = Payload.of(new byte[10 * 1024 * 1024 + 1]);

    HttpResponse<String> answer = SERVED.send("POST", "/echo/x", large);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
  }

  @Test
  void a_function_that_fails_behind_a_route_is_an_internal_error_without_its_reason()
      throws Exception {
    HttpResponse<String> answer = SERVED.send("GET", "/fails", NOTHING);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(SERVED.log()).anyMatch(line -> line.startsWith("NeverStarts failed with "));
  }

  @Test
  void a_function_can_be_invoked_without_http() {
    byte[] event = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(SERVED.bundle().invoke("Echo", event))
        .isEqualTo(new InvocationOutcome.Answered(Payload.of(event)));
    assertThatThrownBy(() -> SERVED.bundle().invoke("Nothing", event))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_port_that_is_in_use_is_reported() {
    int taken = SERVED.bundle().uri().getPort();

    assertThatThrownBy(() -> Served.start(0, taken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(Integer.toString(taken));
  }
}
