package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.secrets.Secrets;
import java.time.Duration;

/// The document of webhook secrets in Secrets Manager.
///
/// @param id the name or the ARN of its secret
record StoredSecrets(Secrets secrets, String id) {
  /// Reads them as they are now.
  ///
  /// @throws SecretsUnavailableException if they cannot be read, or are refused
  WebhookSecrets read(Duration within) {
    try {
      return SecretsDocument.parse(secrets.read(id, within));
    } catch (SecretsDocumentException refused) {
      throw new SecretsUnavailableException(
          refused.getMessage() + "; fix the secret, with bin/webhook-secrets for one");
    } catch (SecretException unread) {
      throw new SecretsUnavailableException(String.valueOf(unread.getMessage()));
    }
  }
}
