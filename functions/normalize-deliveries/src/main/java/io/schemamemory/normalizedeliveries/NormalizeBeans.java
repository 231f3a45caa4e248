package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Factory;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.normalizedeliveries.batch.ClaimSize;
import io.schemamemory.settings.Environment;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/// What the normalizer alone is given: webhook secrets, and how much to do at once.
@Factory
class NormalizeBeans {
  @Singleton
  ClaimSize claimSize() {
    return ClaimSize.DEFAULT;
  }

  /// The current secrets: they may be rotated while the function runs.
  @Singleton
  Supplier<WebhookSecrets> webhookSecrets() {
    return WebhookSecretsSetting.of(Environment.ofProcess());
  }
}
