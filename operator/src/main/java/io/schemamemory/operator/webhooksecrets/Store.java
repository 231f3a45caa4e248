package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;

/// Where the webhook secrets are kept, as one document.
sealed interface Store permits FileStore, SecretsManagerStore {
  /// The secrets as they are; none if there is no document yet.
  WebhookSecrets read();

  /// Changes what was read; another change made meanwhile is never overwritten.
  ///
  /// @return the secrets after the change
  WebhookSecrets change(SecretsChange change);
}
