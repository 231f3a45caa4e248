package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// The webhooks' secrets, as they are whenever asked.
@Factory
class SecretsBean {
  @Singleton
  Supplier<WebhookSecrets> webhookSecrets() {
    return WebhookSecretsSetting.of(Environment.ofProcess());
  }
}
