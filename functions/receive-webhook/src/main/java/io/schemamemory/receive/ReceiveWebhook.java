package io.schemamemory.receive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.DatabaseException;
import io.schemamemory.data.Inbox;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.data.Receipt;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.lambda.Environment;

/// Answers 202 once a webhook is durable, 401 to whoever is not PlanetScale.
public final class ReceiveWebhook
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  /// The source of the bare path.
  private static final String SOURCE = "default";

  private final SignatureVerifier verifier;
  private final Inbox inbox;

  /// Called by Lambda.
  public ReceiveWebhook() {
    ReceiveSettings settings = ReceiveSettings.of(Environment.ofProcess());
    this.verifier = new SignatureVerifier(settings.webhookSecret());
    this.inbox = new Inbox(new PooledConnection(settings.databaseUrl()));
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    LambdaLogger logger = context.getLogger();
    WebhookRequest request = new WebhookRequest(event);
    return switch (verifier.verify(request.signature(), request.body())) {
      case Authentic(VerifiedPayload payload) -> store(payload, logger);
      case Rejected(Reason reason) -> {
        logger.log("rejected " + reason, LogLevel.WARN);
        yield answer(401);
      }
    };
  }

  private APIGatewayV2HTTPResponse store(VerifiedPayload payload, LambdaLogger logger) {
    try {
      Receipt receipt = inbox.receive(SOURCE, payload);
      LogLevel level = receipt == Receipt.UNKNOWN_SOURCE ? LogLevel.ERROR : LogLevel.INFO;
      logger.log("received " + receipt + " bytes=" + payload.bytes().length, level);
      return answer(
          switch (receipt) {
            case STORED, DUPLICATE -> 202;
            case UNKNOWN_SOURCE -> 503;
          });
    } catch (DatabaseException notKnownToBeStored) {
      logger.log(notKnownToBeStored.getMessage(), LogLevel.ERROR);
      return answer(503);
    }
  }

  private static APIGatewayV2HTTPResponse answer(int status) {
    APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
    response.setStatusCode(status);
    return response;
  }
}
