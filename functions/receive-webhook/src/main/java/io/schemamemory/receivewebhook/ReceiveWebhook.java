package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.receivewebhook.Decision.BadRequest;
import io.schemamemory.receivewebhook.Decision.KeepWarm;
import io.schemamemory.receivewebhook.Decision.Postpone;
import io.schemamemory.receivewebhook.Decision.Reject;
import io.schemamemory.receivewebhook.Decision.Store;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers 202 once a webhook is durable, 401 if PlanetScale did not sign it, 503 if neither the
/// database nor the spill queue took it.
public final class ReceiveWebhook implements RequestStreamHandler {
  private final CurrentSecrets secrets;
  private final Clock clock = Clock.systemUTC();
  private final DurableStore store;
  private final EmbeddedMetrics metrics;

  /// Referred to here alone: Lambda's context holds it weakly.
  @SuppressWarnings("unused")
  private final @Nullable Priming priming;

  /// Called by Lambda.
  public ReceiveWebhook() {
    // The JDK's idle connections are dead once the process was frozen, and part of a snapshot.
    System.setProperty("http.keepAlive", "false");
    Environment environment = Environment.ofProcess();
    ReceiveSettings settings = ReceiveSettings.of(environment);
    LazySpillQueue queue = new LazySpillQueue(settings.spillQueueUrl(), clock);
    this.secrets = settings.webhookSecrets();
    this.store = new DurableStore(new TimedInbox(settings.database()), queue);
    this.metrics = settings.metrics();
    // Without a snapshot none of it is loaded, as a cold start would pay for it.
    this.priming = environment.isSnapStart() ? Priming.register(environment, queue) : null;
    if (!environment.isSnapStart() && !SecretsSetting.isByLayer(environment)) {
      // The init phase has more CPU than the first webhook. What is read here must not be part of a
      // snapshot, and the layer answers only later.
      store.prepare();
      secrets.prepare();
    }
  }

  /// One over given parts that counts nothing, for [WarmUpRequest].
  ReceiveWebhook(CurrentSecrets secrets, DurableStore store) {
    this.secrets = secrets;
    this.store = store;
    this.metrics = EmbeddedMetrics.none();
    this.priming = null;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    handle(event, answer, context.getLogger());
  }

  void handle(InputStream event, OutputStream answer, LambdaLogger logger) throws IOException {
    Budget budget = Budget.begin(clock);
    Optional<WebhookRequest> request = WebhookRequest.read(event);
    // Not for what cannot be stored: Lambda would freeze the reading when that is answered, and the
    // next webhook would meet it.
    if (request.isPresent() && request.get().signature() != null) {
      store.prepare();
    }
    WebhookResponse response = carryOut(Decision.of(request, secrets), budget);
    logger.log(response.line(), response.level());
    metrics.count(response.metrics());
    answer.write(
        ("{\"statusCode\":" + response.status() + "}").getBytes(StandardCharsets.US_ASCII));
  }

  private WebhookResponse carryOut(Decision decision, Budget budget) {
    return switch (decision) {
      case Store(VerifiedPayload payload, Instant arrivedAt) ->
          WebhookResponse.of(store.store(payload, budget.since(arrivedAt)), payload);
      case Reject(Reason reason, String source) -> WebhookResponse.rejected(reason, source);
      case BadRequest(int status, String why) -> WebhookResponse.badRequest(status, why);
      case Postpone(String why) -> WebhookResponse.secretsMissing(why);
      case KeepWarm() -> WebhookResponse.keptWarm();
    };
  }
}
