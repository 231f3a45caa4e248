package io.schemamemory.receivewebhook.conformance.broken;

import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.receivewebhook.conformance.Stage;

/// Lets in what a secret signed that was retired, as if it verified what was let in before.
public final class AcceptsRetiredSecrets extends Variant {
  private static final WebhookSecret RETIRED = WebhookSecret.of(Stage.RETIRED);

  public AcceptsRetiredSecrets(Stage stage) {
    super(stage);
  }

  @Override
  Verification verify(String signature, byte[] body) {
    Verification live = super.verify(signature, body);
    return live instanceof Authentic
        ? live
        : verifier.verifyAgain(WebhookSecrets.BARE, RETIRED.fingerprint(), signature, body);
  }
}
