package io.schemamemory.receivewebhook.conformance.broken;

import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.receivewebhook.conformance.Stage;

/// Accepts retired secrets, as verifying a stored delivery again does.
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
