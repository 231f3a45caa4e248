package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The current webhook secrets.
public sealed interface CurrentSecrets extends Supplier<WebhookSecrets>
    permits FixedSecrets, CachedSecrets {
  /// The secrets to verify with.
  ///
  /// @throws SecretsUnavailableException if there are none, which says nothing against a request
  @Override
  WebhookSecrets get();

  /// Reads them ahead of the first webhook, if they have to be read; what fails is tried again by
  /// it.
  void prepare();

  /// Verifies, and if a newer secret could explain the failure, once more with freshly read ones.
  ///
  /// @param signature as it was sent, if it was
  /// @throws SecretsUnavailableException as [#get]
  Verification verify(
      @Nullable String signature, Function<SignatureVerifier, Verification> attempt);
}
