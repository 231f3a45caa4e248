package io.schemamemory.receive;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Environment;
import io.schemamemory.lambda.WebhookSecretsSetting;
import io.schemamemory.lambda.secrets.CurrentSecrets;

/// What the receiver needs to start.
///
/// @param databaseUrl its own login, through the pooler
/// @param webhookSecrets what PlanetScale signs with, by source, whenever asked
record ReceiveSettings(DatabaseUrl databaseUrl, CurrentSecrets webhookSecrets) {
  static ReceiveSettings of(Environment environment) {
    return new ReceiveSettings(
        DatabaseSetting.of(environment), WebhookSecretsSetting.of(environment));
  }
}
