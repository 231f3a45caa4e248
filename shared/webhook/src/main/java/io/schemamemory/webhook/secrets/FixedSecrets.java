package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Webhook secrets from the environment; changing them needs a restart.
public record FixedSecrets(WebhookSecrets get) implements CurrentSecrets {
  @Override
  public void prepare() {
    // They are there.
  }

  @Override
  public Verification verify(
      @Nullable String signature, Function<SignatureVerifier, Verification> attempt) {
    return attempt.apply(new SignatureVerifier(get));
  }
}
