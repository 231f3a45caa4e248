package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceName;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;

/// Adds a source with its first secret; the same secret again changes nothing.
record AddSource(String source, WebhookSecret secret) implements SecretsChange {
  @Override
  public WebhookSecrets apply(WebhookSecrets secrets) {
    if (!SourceName.isWellFormed(source)) {
      throw new RefusedException("a source's name is " + SourceName.FORM);
    }
    if (secrets.of(source).isEmpty()) {
      return secrets.with(source, SourceSecrets.of(secret));
    }
    if (secrets.of(source).get().live().contains(secret)) {
      return secrets;
    }
    throw new RefusedException(
        "source %s has secrets already: give it another with rotate".formatted(source));
  }
}
