package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.queue.StandInSpillQueue;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The real receiver over a database and a spill queue of its own, emptied before each test.
@ExtendWith(SystemStubsExtension.class)
abstract class ReceiverFixture {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @RegisterExtension static final StandInSpillQueue queue = new StandInSpillQueue();

  /// A database that refuses every connection.
  static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/memory?user=nobody&password=hunter2";

  static final ObjectMapper JSON = new ObjectMapper();

  @SystemStub final EnvironmentVariables environment = new EnvironmentVariables();

  final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startEmpty() {
    database.empty();
    queue.empty();
    queue.environment().forEach(environment::set);
    environment.set("DATABASE_URL", database.url(Login.RECEIVE_WEBHOOK).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
  }

  /// What a new instance of the function answers to an event of API Gateway.
  int status(JsonNode event) {
    return status(new ReceiveWebhook(), event, invocation);
  }

  static int status(ReceiveWebhook handler, JsonNode event, LambdaInvocation invocation) {
    try {
      return JSON.readTree(answer(handler, event, invocation)).required("statusCode").intValue();
    } catch (IOException impossible) {
      throw new UncheckedIOException("the answer is no JSON", impossible);
    }
  }

  static String answer(ReceiveWebhook handler, JsonNode event, LambdaInvocation invocation) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(event)), answer, invocation);
      return answer.toString(UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException("streams in memory failed", impossible);
    }
  }

  static ObjectNode signed(byte[] body) {
    return event(body, Map.of("x-planetscale-signature", Signatures.sign(Samples.SECRET, body)));
  }

  static ObjectNode event(byte[] body, Map<String, String> headers) {
    boolean text = Arrays.equals(new String(body, UTF_8).getBytes(UTF_8), body);
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "2.0").putObject("requestContext").put("stage", "$default");
    event.putPOJO("headers", headers).put("isBase64Encoded", !text);
    return event.put(
        "body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
  }

  static List<ByteBuffer> bodies() {
    return database.rows("select body from memory.delivery_body").stream()
        .map(row -> ByteBuffer.wrap((byte[]) row.get("body")))
        .toList();
  }
}
