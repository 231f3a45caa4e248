package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the receiver needs to start.
///
/// @param databaseUrl its own login, through the pooler
/// @param webhookSecrets the current secrets that PlanetScale signs with, by source
/// @param spillQueueUrl the queue that keeps deliveries while the database is away
/// @param metrics prints nothing unless a namespace is set
record ReceiveSettings(
    DatabaseUrl databaseUrl,
    CurrentSecrets webhookSecrets,
    String spillQueueUrl,
    EmbeddedMetrics metrics) {
  private static final Pattern QUEUE = Pattern.compile("https?://[^/\\s]+/\\d{12}/[\\w-]+");

  static ReceiveSettings of(Environment environment) {
    EmbeddedMetrics metrics = metrics(environment);
    return new ReceiveSettings(
        DatabaseSetting.of(environment),
        WebhookSecretsSetting.of(
            environment, () -> metrics.count(List.of(ReceiverMetric.SECRETS_STALE))),
        environment.required(
            "SPILL_QUEUE_URL",
            "the URL of an SQS queue, such as https://sqs.REGION.amazonaws.com/ACCOUNT/NAME",
            ReceiveSettings::queueUrl),
        metrics);
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
