package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.CurrentSecrets;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import java.util.regex.Pattern;

/// What the receiver needs to start.
///
/// @param databaseUrl its own login, through the pooler
/// @param webhookSecrets what PlanetScale signs with, by source, whenever asked
/// @param spillQueueUrl the queue that keeps deliveries while the database is away
record ReceiveSettings(
    DatabaseUrl databaseUrl, CurrentSecrets webhookSecrets, String spillQueueUrl) {
  private static final Pattern QUEUE = Pattern.compile("https?://[^/\\s]+/\\d{12}/[\\w-]+");

  static ReceiveSettings of(Environment environment) {
    return new ReceiveSettings(
        DatabaseSetting.of(environment),
        WebhookSecretsSetting.of(environment),
        environment.required(
            "SPILL_QUEUE_URL",
            "the URL of an SQS queue, such as https://sqs.REGION.amazonaws.com/ACCOUNT/NAME",
            ReceiveSettings::queueUrl));
  }

  private static String queueUrl(String url) {
    if (!QUEUE.matcher(url).matches()) {
      throw new IllegalArgumentException("not the URL of a queue");
    }
    return url;
  }
}
