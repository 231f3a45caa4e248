package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.runtime.Payload;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeApiIT {
  private ServerSocket gate;
  private Served served;

  @BeforeEach
  void start() throws Exception {
    gate = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    gate.setSoTimeout(30_000);
    served = Served.start(gate.getLocalPort(), 0);
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
    gate.close();
  }

  @AfterAll
  static void no_process_is_left() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Echo",
        "echo",
        "schema-memory-echo",
        "echo:$LATEST",
        "arn:aws:lambda:us-east-1:000000000000:function:schema-memory-echo",
        "arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Aschema-memory-echo"
      })
  void a_function_answers_by_any_of_its_names(String name) throws Exception {
    HttpResponse<String> answer = served.invoke(name, "{\"a\": 1}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"a\": 1}");
    assertThat(answer.headers().firstValue("X-Amz-Executed-Version")).contains("$LATEST");
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
  }

  @Test
  void no_event_is_an_empty_object() throws Exception {
    assertThat(served.invoke("Echo", "").body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw", "exit", "hang"})
  void a_functions_failure_is_a_response_marked_unhandled(String event) throws Exception {
    HttpResponse<String> answer = served.invoke("Misbehaves", "\"" + event + "\"");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(answer.body()).contains("\"errorMessage\"");
  }

  @Test
  void an_unknown_function_is_not_found() throws Exception {
    HttpResponse<String> answer = served.invoke("Nothing", "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .contains("ResourceNotFoundException");
    assertThat(answer.body()).contains("\"Type\":\"User\"").contains("Function not found: ");
  }

  @Test
  void an_event_that_is_not_json_is_refused() throws Exception {
    for (String event : List.of("{", "{} {}")) {
      HttpResponse<String> answer = served.invoke("Echo", event);

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("InvalidRequestContentException");
    }
  }

  @Test
  void a_dry_run_starts_nothing() throws Exception {
    assertThat(served.invoke("Echo", "{}", "X-Amz-Invocation-Type", "DryRun").statusCode())
        .isEqualTo(204);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void an_event_invocation_is_accepted_before_it_ends() throws Exception {
    HttpResponse<String> answer = served.invoke("Gated", "0", "X-Amz-Invocation-Type", "Event");

    assertThat(answer.statusCode()).isEqualTo(202);
    try (Socket held = gate.accept()) {
      assertThat(held.isConnected()).isTrue();
    }
  }

  @Test
  void without_a_free_process_the_caller_is_told_to_retry_later() throws Exception {
    served.invoke("Gated", "0", "X-Amz-Invocation-Type", "Event");
    served.invoke("Gated", "0", "X-Amz-Invocation-Type", "Event");
    try (Socket first = gate.accept();
        Socket second = gate.accept()) {
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);

      HttpResponse<String> answer = served.invoke("Gated", "0");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
          .contains("TooManyRequestsException");
      assertThat(served.send("GET", "/gated", Payload.of("")).statusCode()).isEqualTo(503);
    }
  }
}
