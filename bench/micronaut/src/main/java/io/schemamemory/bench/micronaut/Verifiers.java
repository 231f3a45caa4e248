package io.schemamemory.bench.micronaut;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import jakarta.inject.Singleton;

/// Makes the verifier, whose class knows no framework.
@Factory
class Verifiers {
  @Singleton
  SignatureVerifier verifier(@Property(name = "planetscale.webhook.secret") String secret) {
    return new SignatureVerifier(WebhookSecrets.ofBare(WebhookSecret.of(secret)));
  }
}
