package io.schemamemory.receivewebhook;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What the receiver needs to start.
///
/// @param database its own login, through the pooler
/// @param webhookSecrets the current secrets that PlanetScale signs with, by source
/// @param spillQueueUrl the queue that keeps deliveries while the database is away
/// @param metrics prints nothing unless a namespace is set
record ReceiveSettings(
    DatabaseAddress database,
    CurrentSecrets webhookSecrets,
    String spillQueueUrl,
    EmbeddedMetrics metrics) {
  private static final Pattern QUEUE = Pattern.compile("https?://[^/\\s]+/\\d{12}/[\\w-]+");

  static ReceiveSettings of(Environment environment) {
    EmbeddedMetrics metrics = metrics(environment);
    DatabaseSource source = DatabaseSetting.source(environment);
    Secrets secrets = secrets(environment, source);
    Consumer<String> onStale =
        line -> {
          LambdaRuntime.getLogger().log(line, LogLevel.WARN);
          metrics.count(List.of(ReceiverMetric.SECRETS_STALE));
        };
    return new ReceiveSettings(
        new DatabaseAddress(source, secrets, Clock.systemUTC(), onStale),
        WebhookSecretsSetting.of(environment, () -> secrets, onStale),
        environment.required(
            "SPILL_QUEUE_URL",
            "the URL of an SQS queue, such as https://sqs.REGION.amazonaws.com/ACCOUNT/NAME",
            ReceiveSettings::queueUrl),
        metrics);
  }

  /// One way for both secrets, so that both are read with the same credentials.
  private static Secrets secrets(Environment environment, DatabaseSource source) {
    return source instanceof DatabaseSource.InSecret || environment.isSet(WebhookSecretsSetting.ID)
        ? SecretsSetting.of(environment)
        : (id, _) -> {
          throw new IllegalStateException("no setting names the secret " + id);
        };
  }

  private static EmbeddedMetrics metrics(Environment environment) {
    return environment.optional(
        "METRICS_NAMESPACE",
        EmbeddedMetrics.FORM,
        name -> new EmbeddedMetrics(Optional.of(name), Clock.systemUTC()),
        EmbeddedMetrics.none());
  }

  private static String queueUrl(String url) {
    if (!QUEUE.matcher(url).matches()) {
      throw new IllegalArgumentException("not the URL of a queue");
    }
    return url;
  }
}
