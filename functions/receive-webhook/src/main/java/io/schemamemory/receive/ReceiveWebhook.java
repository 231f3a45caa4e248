package io.schemamemory.receive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.DatabaseException;
import io.schemamemory.data.Inbox;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.data.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.lambda.Environment;
import io.schemamemory.receive.Decision.Refuse;
import io.schemamemory.receive.Decision.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Answers 202 once a webhook is durable, 401 to whoever is not PlanetScale.
public final class ReceiveWebhook implements RequestStreamHandler {
  private final Supplier<WebhookSecrets> secrets;
  private final Inbox inbox;

  /// Called by Lambda.
  public ReceiveWebhook() {
    ReceiveSettings settings = ReceiveSettings.of(Environment.ofProcess());
    this.secrets = settings.webhookSecrets();
    this.inbox = new Inbox(new PooledConnection(settings.databaseUrl()));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    int status = carryOut(Decision.of(event, secrets.get()), context.getLogger());
    answer.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private int carryOut(Decision decision, LambdaLogger logger) {
    return switch (decision) {
      case Store(VerifiedPayload payload) -> store(payload, logger);
      case Refuse(int status, String why) -> {
        logger.log("rejected " + why, LogLevel.WARN);
        yield status;
      }
    };
  }

  private int store(VerifiedPayload payload, LambdaLogger logger) {
    try {
      Receipt receipt = inbox.receive(payload);
      LogLevel level = receipt == Receipt.UNKNOWN_SOURCE ? LogLevel.ERROR : LogLevel.INFO;
      logger.log("received " + receipt + " bytes=" + payload.bytes().length, level);
      return switch (receipt) {
        case STORED, DUPLICATE -> 202;
        case UNKNOWN_SOURCE -> 503;
      };
    } catch (DatabaseException notKnownToBeStored) {
      logger.log(notKnownToBeStored.getMessage(), LogLevel.ERROR);
      return 503;
    }
  }
}
