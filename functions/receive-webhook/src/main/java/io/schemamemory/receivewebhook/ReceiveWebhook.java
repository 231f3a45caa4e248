package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.inbox.Receipt;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.Decision.Postpone;
import io.schemamemory.receivewebhook.Decision.Refuse;
import io.schemamemory.receivewebhook.Decision.Store;
import io.schemamemory.receivewebhook.StoreResult.InDatabase;
import io.schemamemory.receivewebhook.StoreResult.InQueue;
import io.schemamemory.receivewebhook.StoreResult.Nowhere;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Answers 202 once a webhook is durable, 401 to whoever is not PlanetScale, 503 when neither the
/// database nor the spill queue has it.
public final class ReceiveWebhook implements RequestStreamHandler {
  private final CurrentSecrets secrets;
  private final Clock clock = Clock.systemUTC();
  private final DurableStore keeper;

  /// Kept here because nobody else does: who calls it knows it weakly.
  @SuppressWarnings("unused")
  private final @Nullable Priming priming;

  /// Called by Lambda.
  public ReceiveWebhook() {
    Environment environment = Environment.ofProcess();
    ReceiveSettings settings = ReceiveSettings.of(environment);
    LazySpillQueue spill = new LazySpillQueue(settings.spillQueueUrl(), clock);
    this.secrets = settings.webhookSecrets();
    this.keeper = new DurableStore(new TimedInbox(settings.databaseUrl()), spill);
    // Without a snapshot nothing of it is loaded, for a cold start would pay.
    this.priming =
        environment.isSnapStart() ? Priming.register(settings.databaseUrl(), spill) : null;
  }

  /// The same over parts of its own, for [WarmUpRequest].
  ReceiveWebhook(CurrentSecrets secrets, DurableStore keeper) {
    this.secrets = secrets;
    this.keeper = keeper;
    this.priming = null;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    handle(event, answer, context.getLogger());
  }

  void handle(InputStream event, OutputStream answer, LambdaLogger logger) throws IOException {
    Budget budget = Budget.begin(clock);
    int status = carryOut(Decision.of(event, secrets), budget, logger);
    answer.write(("{\"statusCode\":" + status + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private int carryOut(Decision decision, Budget budget, LambdaLogger logger) {
    return switch (decision) {
      case Store(VerifiedPayload payload, Instant arrivedAt) ->
          keep(payload, budget.since(arrivedAt), logger);
      case Refuse(int status, String why) -> {
        logger.log("rejected " + why, LogLevel.WARN);
        yield status;
      }
      case Postpone(String why) -> {
        // Not 401, which would say that the request is at fault.
        logger.log("secrets missing: " + why, LogLevel.ERROR);
        yield 503;
      }
    };
  }

  private int keep(VerifiedPayload payload, Budget budget, LambdaLogger logger) {
    String bytes = " source=" + payload.source() + " bytes=" + payload.bytes().length;
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
