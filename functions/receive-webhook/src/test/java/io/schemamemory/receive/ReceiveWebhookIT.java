package io.schemamemory.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.bootstrap.Login;
import io.schemamemory.lambda.SettingException;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.Signatures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

@ExtendWith(SystemStubsExtension.class)
class ReceiveWebhookIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @SystemStub private final EnvironmentVariables environment = new EnvironmentVariables();

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startEmpty() {
    database.empty();
    environment.set("DATABASE_URL", database.url(Login.RECEIVE_WEBHOOK).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
  }

  @Test
  void a_signed_webhook_is_stored_byte_for_byte_and_answered_202() {
    byte[] body = Samples.payload("deploy_request.opened");

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body));
    assertThat(database.rows("select from memory.pending")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void every_documented_payload_is_stored(String event) {
    assertThat(status(signed(Samples.payload(event)))).isEqualTo(202);
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void the_same_bytes_again_are_one_delivery_answered_202() {
    byte[] body = Samples.payload("branch.ready");
    ReceiveWebhook handler = new ReceiveWebhook();

    for (int i = 0; i < 3; i++) {
      assertThat(handler.handleRequest(signed(body), invocation).getStatusCode()).isEqualTo(202);
    }

    assertThat(bodies()).hasSize(1);
  }

  @Test
  void the_same_bytes_from_32_threads_at_once_are_one_delivery_and_32_answers_of_2xx()
      throws Exception {
    byte[] body = Samples.payload("deploy_request.closed");
    CyclicBarrier together = new CyclicBarrier(32);
    Callable<Integer> post =
        () -> {
          ReceiveWebhook handler = new ReceiveWebhook();
          together.await();
          return handler.handleRequest(signed(body), new LambdaInvocation()).getStatusCode();
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<Integer>> answers =
          threads.invokeAll(IntStream.range(0, 32).mapToObj(_ -> post).toList());
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(202);
      }
    }

    assertThat(database.rows("select from memory.delivery")).hasSize(1);
    assertThat(bodies()).hasSize(1);
    assertThat(database.rows("select from memory.pending")).hasSize(1);
  }

  @Test
  void a_base64_body_is_verified_and_stored_as_the_bytes_it_stands_for() {
    byte[] body = {'{', (byte) 0xff, (byte) 0xfe, '}'};

    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-planetscale-signature", "X-PlanetScale-Signature", "X-PLANETSCALE-SIGNATURE"})
  void the_header_is_found_whatever_its_case(String name) {
    byte[] body = Samples.payload("webhook.test");

    assertThat(status(event(body, Map.of(name, Signatures.sign(Samples.SECRET, body)))))
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "sha256=0000000000000000000000000000000000000000000000000000000000000000",
        "zz00000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "\u0660\u0660\u0660\u0660000000000000000000000000000000000000000000000000000000000000"
      })
  void a_wrong_signature_is_answered_401_and_leaves_no_trace(String signature) {
    byte[] body = Samples.payload("webhook.test");

    assertThat(status(event(body, Map.of(Signatures.HEADER, signature)))).isEqualTo(401);

    assertThat(bodies()).isEmpty();
    assertThat(invocation.log()).isEmpty();
  }

  @Test
  void a_request_without_headers_or_body_is_answered_401() {
    assertThat(status(new APIGatewayV2HTTPEvent())).isEqualTo(401);
  }

  @Test
  void a_signature_of_another_secret_is_answered_401() {
    byte[] body = Samples.payload("webhook.test");

    String signature = Signatures.sign("another secret", body);

    assertThat(status(event(body, Map.of(Signatures.HEADER, signature)))).isEqualTo(401);
  }

  @Test
  void one_changed_byte_is_answered_401() {
    byte[] body = Samples.payload("webhook.test");
    APIGatewayV2HTTPEvent signed = signed(body);
    signed.setBody(signed.getBody().replace("webhook.test", "webhook.tesT"));

    assertThat(status(signed)).isEqualTo(401);
  }

  @Test
  void a_lost_connection_is_replaced_within_the_request() {
    ReceiveWebhook handler = new ReceiveWebhook();
    assertThat(handler.handleRequest(signed(Samples.payload("branch.ready")), invocation))
        .extracting(answer -> answer.getStatusCode())
        .isEqualTo(202);

    database.restartPooler();

    assertThat(handler.handleRequest(signed(Samples.payload("webhook.test")), invocation))
        .extracting(answer -> answer.getStatusCode())
        .isEqualTo(202);
    assertThat(bodies()).hasSize(2);
  }

  @Test
  void an_unreachable_database_is_answered_503_and_the_log_tells_no_secret() {
    environment.set(
        "DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/memory?user=nobody&password=hunter2");

    assertThat(status(signed(Samples.payload("webhook.test")))).isEqualTo(503);

    assertThat(invocation.log()).contains("storing a delivery failed: SQLSTATE 08001");
    assertThat(invocation.log()).doesNotContain("hunter2").doesNotContain(Samples.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATABASE_URL", "PLANETSCALE_WEBHOOK_SECRET"})
  void a_missing_setting_stops_the_start_by_name(String name) {
    environment.set(name, "");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith(name + " is missing");
  }

  @Test
  void a_malformed_setting_stops_the_start_by_name_without_its_value() {
    environment.set("DATABASE_URL", "postgres://app:hunter2@host/db");

    assertThatThrownBy(ReceiveWebhook::new)
        .isInstanceOf(SettingException.class)
        .hasMessageStartingWith("DATABASE_URL is malformed")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_sample_invocation_is_answered_as_documented(String file, int expected)
      throws IOException {
    APIGatewayV2HTTPEvent event =
        JSON.readValue(Samples.read("receive-webhook/" + file), APIGatewayV2HTTPEvent.class);

    assertThat(status(event)).isEqualTo(expected);
    assertThat(bodies()).hasSize(expected == 202 ? 1 : 0);
  }

  /// What `events/README.md` says of each.
  static Stream<Arguments> samples() {
    Matcher row =
        Pattern.compile("\\| `receive-webhook/(.*?)` \\|.*\\| (\\d+) \\|")
            .matcher(new String(Samples.read("README.md"), UTF_8));
    List<Arguments> documented =
        row.results()
            .map(found -> Arguments.of(found.group(1), Integer.parseInt(found.group(2))))
            .toList();
    assertThat(documented).hasSameSizeAs(Samples.files("receive-webhook"));
    return documented.stream();
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return new ReceiveWebhook().handleRequest(event, invocation).getStatusCode();
  }

  private static APIGatewayV2HTTPEvent signed(byte[] body) {
    return event(body, Map.of("x-planetscale-signature", Signatures.sign(Samples.SECRET, body)));
  }

  private static APIGatewayV2HTTPEvent event(byte[] body, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setHeaders(headers);
    boolean text = new String(body, UTF_8).getBytes(UTF_8).length == body.length;
    event.setIsBase64Encoded(!text);
    event.setBody(text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    return event;
  }

  private static List<ByteBuffer> bodies() {
    return database.rows("select body from memory.delivery_body").stream()
        .map(row -> ByteBuffer.wrap((byte[]) row.get("body")))
        .toList();
  }
}
