package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.receivewebhook.queue.SpillQueue;
import io.schemamemory.secrets.SdkSecrets;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.webhook.secrets.CachedSecrets;
import io.schemamemory.webhook.secrets.SecretsDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/// A webhook that goes all the way through a receiver and is stored nowhere: the database does not
/// know its source, whose name is random, and its spill queue does not exist.
final class WarmUpRequest {
  private static final String BODY = "{\"event\":\"webhook.test\"}";

  private final Clock clock = Clock.systemUTC();
  private final SpillQueue queue = SpillQueue.unreachable(Budget.SPILL);
  private final DatabaseAddress database;
  private final Secrets secrets;
  private final String event;

  private WarmUpRequest(DatabaseAddress database, Secrets secrets, String event) {
    this.database = database;
    this.secrets = secrets;
    this.event = event;
  }

  /// @param stored where its secret is to be read
  static WarmUpRequest begin(DatabaseAddress database, WarmUpSecrets stored) {
    String source = "warm-up-" + UUID.randomUUID();
    String secret = UUID.randomUUID().toString();
    byte[] signature = WebhookSecret.of(secret).sign(BODY.getBytes(US_ASCII));
    stored.hold("{\"%s\":{\"live\":[\"%s\"]}}".formatted(source, secret));
    return new WarmUpRequest(
        database,
        SdkSecrets.at(stored.address()),
        """
        {"version":"2.0","headers":{"x-planetscale-signature":"%s"},
         "requestContext":{"timeEpoch":1},"pathParameters":{"source":"%s"},
         "body":"%s","isBase64Encoded":false}
        """
            .formatted(HexFormat.of().formatHex(signature), source, BODY.replace("\"", "\\\"")));
  }

  /// Receives it, from connecting to closing; the line that would have been logged.
  String receive() throws IOException {
    LastLine log = new LastLine();
    try (TimedInbox inbox = new TimedInbox(database)) {
      CachedSecrets fresh =
          new CachedSecrets(
              within -> SecretsDocument.parse(secrets.read("warm-up", within)), clock, log::log);
      new ReceiveWebhook(fresh, new DurableStore(inbox, LazySpillQueue.of(queue, clock)))
          .handle(
              new ByteArrayInputStream(event.getBytes(US_ASCII)),
              OutputStream.nullOutputStream(),
              log);
    }
    return log.line;
  }

  private static final class LastLine implements LambdaLogger {
    private String line = "";

    @Override
    public void log(String message) {
      line = message;
    }

    @Override
    public void log(byte[] message) {
      line = new String(message, US_ASCII);
    }
  }
}
