package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceName;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;

/// Adds a source with its first secret; the same secret again changes nothing.
record AddSource(String source, WebhookSecret secret) implements SecretsChange {
  @Override
  public WebhookSecrets apply(WebhookSecrets secrets) {
    if (!SourceName.isWellFormed(source)) {
      throw new RefusedException("a source's name is " + SourceName.FORM);
    }
    return secrets
        .of(source)
        .map(known -> again(secrets, known))
        .orElseGet(() -> secrets.with(source, SourceSecrets.of(secret)));
  }

  private WebhookSecrets again(WebhookSecrets secrets, SourceSecrets known) {
    if (!known.live().contains(secret)) {
      throw new RefusedException(
          "source %s has secrets already: give it another with rotate".formatted(source));
    }
    return secrets;
  }
}
