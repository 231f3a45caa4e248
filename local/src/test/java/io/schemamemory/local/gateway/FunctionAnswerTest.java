package io.schemamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.gateway.Response.Header;
import io.schemamemory.local.runtime.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionAnswerTest {

  @Test
  void status_headers_cookies_and_body_are_passed_on() {
    Response response =
        response(
            """
            {"statusCode": 201, "headers": {"X-A": "1", "content-type": "text/html"},
             "cookies": ["a=1", "b=2"], "body": "größer"}
            """);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.headers())
        .containsExactly(
            new Header("X-A", "1"),
            new Header("content-type", "text/html"),
            new Header("Set-Cookie", "a=1"),
            new Header("Set-Cookie", "b=2"));
    assertThat(response.body().text()).isEqualTo("größer");
  }

  @Test
  void a_base64_body_is_decoded() {
    Response response =
        response("{\"statusCode\": 200, \"body\": \"/wA=\", \"isBase64Encoded\": true}");

    assertThat(response.body().bytes()).containsExactly(-1, 0);
  }

  @Test
  void a_body_without_a_content_type_is_plain_text() {
    assertThat(response("{\"statusCode\": 200, \"body\": \"x\"}").headers())
        .containsExactly(new Header("Content-Type", "text/plain;charset=UTF-8"));
    assertThat(response("{\"statusCode\": 204}").headers()).isEmpty();
  }

  @Test
  void json_without_a_status_is_the_body_of_a_200() {
    Response response = response("{\"a\": 1}");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers()).containsExactly(new Header("Content-Type", "application/json"));
    assertThat(response.body().text()).isEqualTo("{\"a\": 1}");
    assertThat(response("\"a\"").body().text()).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"statusCode\": \"soon\"}",
        "{\"statusCode\": 1000}",
        "{\"statusCode\": 200, \"body\": \"?\", \"isBase64Encoded\": true}"
      })
  void an_unreadable_result_is_an_internal_error(String answer) {
    assertThat(response(answer)).isEqualTo(Response.message(500, "Internal Server Error"));
  }

  private static Response response(String answer) {
    return FunctionAnswer.toResponse(Payload.of(answer));
  }
}
