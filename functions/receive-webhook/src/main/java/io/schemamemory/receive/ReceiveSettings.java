package io.schemamemory.receive;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Environment;

/// What the receiver needs to start.
///
/// @param databaseUrl its own login, through the pooler
/// @param webhookSecret PlanetScale's secret of the webhook that posts to the bare path
record ReceiveSettings(DatabaseUrl databaseUrl, WebhookSecret webhookSecret) {
  static ReceiveSettings of(Environment environment) {
    return new ReceiveSettings(
        DatabaseSetting.of(environment),
        environment.required(
            "PLANETSCALE_WEBHOOK_SECRET",
            "the secret PlanetScale shows for the webhook, without white space around it",
            WebhookSecret::of));
  }
}
