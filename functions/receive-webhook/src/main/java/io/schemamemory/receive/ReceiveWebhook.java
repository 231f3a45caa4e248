package io.schemamemory.receive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.DatabaseException;
import io.schemamemory.data.Inbox;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.data.Receipt;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.lambda.Environment;
import io.schemamemory.lambda.secrets.CurrentSecrets;
import io.schemamemory.lambda.secrets.SecretsUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Answers 202 once a webhook is durable, 401 to whoever is not PlanetScale.
public final class ReceiveWebhook implements RequestStreamHandler {
  private final CurrentSecrets secrets;
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
    int status = answer(WebhookRequest.read(event), context.getLogger());
    answer.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private int answer(WebhookRequest request, LambdaLogger logger) {
    try {
      return status(request, logger);
    } catch (SecretsUnavailableException nothingToVerifyWith) {
      // Not 401, which would say that the request is at fault.
      logger.log("secrets missing: " + nothingToVerifyWith.getMessage(), LogLevel.ERROR);
      return 503;
    }
  }

  private int status(WebhookRequest request, LambdaLogger logger) {
    return switch (verify(request)) {
      case Authentic(VerifiedPayload payload) -> store(payload, logger);
      case Rejected(Reason reason) -> {
        logger.log("rejected " + reason + source(request, reason), LogLevel.WARN);
        yield 401;
      }
    };
  }

  private Verification verify(WebhookRequest request) {
    return secrets.verify(
        verifier -> verifier.verify(request.source(), request.signature(), request.body()));
  }

  /// A name that is not known is whatever a stranger wrote into a path.
  private static String source(WebhookRequest request, Reason reason) {
    return reason == Reason.UNKNOWN_SOURCE ? "" : " source=" + request.source();
  }

  private int store(VerifiedPayload payload, LambdaLogger logger) {
    try {
      Receipt receipt = inbox.receive(payload);
      LogLevel level = receipt == Receipt.UNKNOWN_SOURCE ? LogLevel.ERROR : LogLevel.INFO;
      logger.log(
          "received "
              + receipt
              + " source="
              + payload.source()
              + " bytes="
              + payload.bytes().length,
          level);
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
