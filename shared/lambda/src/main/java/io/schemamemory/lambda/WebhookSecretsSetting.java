package io.schemamemory.lambda;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.util.function.Supplier;

/// Reads where a function has its webhook secrets from.
public final class WebhookSecretsSetting {
  private WebhookSecretsSetting() {}

  /// The secrets as they are whenever asked.
  public static Supplier<WebhookSecrets> of(Environment environment) {
    WebhookSecrets secrets =
        environment.required(
            "PLANETSCALE_WEBHOOK_SECRET",
            "the secret PlanetScale shows for the webhook, without white space around it",
            secret -> WebhookSecrets.ofBare(WebhookSecret.of(secret)));
    return () -> secrets;
  }
}
