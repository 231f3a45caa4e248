package io.schemamemory.normalizedeliveries;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The secrets of every test: one in use, and one that was retired while deliveries were spilled.
@Factory
class StandingSecrets {
  static final WebhookSecret LIVE = WebhookSecret.of(Samples.SECRET);
  static final WebhookSecret RETIRED = WebhookSecret.of("retired while deliveries were spilled");

  @Singleton
  @Replaces(value = Supplier.class, factory = NormalizeBeans.class)
  Supplier<WebhookSecrets> webhookSecrets() {
    SourceSecrets known =
        new SourceSecrets(List.of(LIVE), List.of(new RetiredSecret(RETIRED, FixedTime.NOW)));
    return () -> new WebhookSecrets(Map.of(WebhookSecrets.BARE, known, "unmade", known));
  }
}
