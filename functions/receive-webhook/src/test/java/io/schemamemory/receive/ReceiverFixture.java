package io.schemamemory.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.schemamemory.bootstrap.Login;
import io.schemamemory.testkit.LambdaInvocation;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.Signatures;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.org.webcompere.systemstubs.environment.EnvironmentVariables;
import uk.org.webcompere.systemstubs.jupiter.SystemStub;
import uk.org.webcompere.systemstubs.jupiter.SystemStubsExtension;

/// The real receiver over a database of its own, before each test empty.
@ExtendWith(SystemStubsExtension.class)
abstract class ReceiverFixture {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  @SystemStub final EnvironmentVariables environment = new EnvironmentVariables();

  final LambdaInvocation invocation = new LambdaInvocation();

  @BeforeEach
  void startEmpty() {
    database.empty();
    environment.set("DATABASE_URL", database.url(Login.RECEIVE_WEBHOOK).reveal());
    environment.set("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET);
  }

  int status(APIGatewayV2HTTPEvent event) {
    return new ReceiveWebhook().handleRequest(event, invocation).getStatusCode();
  }

  static APIGatewayV2HTTPEvent signed(byte[] body) {
    return event(body, Map.of("x-planetscale-signature", Signatures.sign(Samples.SECRET, body)));
  }

  static APIGatewayV2HTTPEvent event(byte[] body, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setHeaders(headers);
    boolean text = new String(body, UTF_8).getBytes(UTF_8).length == body.length;
    event.setIsBase64Encoded(!text);
    event.setBody(text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
    return event;
  }

  static List<ByteBuffer> bodies() {
    return database.rows("select body from memory.delivery_body").stream()
        .map(row -> ByteBuffer.wrap((byte[]) row.get("body")))
        .toList();
  }
}
