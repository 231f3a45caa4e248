package io.schemamemory.normalize;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.lambda.Environment;
import io.schemamemory.lambda.WebhookSecretsSetting;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// The webhooks' secrets, as they are whenever asked.
@Factory
class Secrets {
  @Singleton
  Supplier<WebhookSecrets> webhookSecrets() {
    return WebhookSecretsSetting.of(Environment.ofProcess());
  }
}
