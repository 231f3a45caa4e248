package io.schemamemory.receive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.Receipt;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.lambda.Environment;
import io.schemamemory.receive.Kept.InDatabase;
import io.schemamemory.receive.Kept.InQueue;
import io.schemamemory.receive.Kept.Nowhere;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;

/// Answers 202 once a webhook is durable, 401 to whoever is not PlanetScale, 503 when neither the
/// database nor the spill queue has it.
public final class ReceiveWebhook implements RequestStreamHandler {
  private final Supplier<WebhookSecrets> secrets;
  private final Clock clock = Clock.systemUTC();
  private final Keeper keeper;

  /// Called by Lambda.
  public ReceiveWebhook() {
    ReceiveSettings settings = ReceiveSettings.of(Environment.ofProcess());
    this.secrets = settings.webhookSecrets();
    this.keeper =
        new Keeper(
            new TimedInbox(settings.databaseUrl()), new Spill(settings.spillQueueUrl(), clock));
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Budget budget = Budget.begin(clock);
    WebhookRequest request = WebhookRequest.read(event);
    int status = status(request, budget.since(request.arrivedAt()), context.getLogger());
    answer.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private int status(WebhookRequest request, Budget budget, LambdaLogger logger) {
    return switch (verify(request)) {
      case Authentic(VerifiedPayload payload) -> keep(payload, budget, logger);
      case Rejected(Reason reason) -> {
        logger.log("rejected " + reason, LogLevel.WARN);
        yield 401;
      }
    };
  }

  private Verification verify(WebhookRequest request) {
    return new SignatureVerifier(secrets.get())
        .verify(request.source(), request.signature(), request.body());
  }

  private int keep(VerifiedPayload payload, Budget budget, LambdaLogger logger) {
    String bytes = " bytes=" + payload.bytes().length;
    return switch (keeper.keep(payload, budget)) {
      case InDatabase(Receipt receipt) -> {
        logger.log("received " + receipt + bytes, LogLevel.INFO);
        yield 202;
      }
      case InQueue(String reason) -> {
        logger.log("spilled" + bytes + " because " + reason, LogLevel.WARN);
        yield 202;
      }
      case Nowhere(String reason, String queueReason) -> {
        logger.log(
            "not kept" + bytes + " because " + reason + ", and " + queueReason, LogLevel.ERROR);
        yield 503;
      }
    };
  }
}
