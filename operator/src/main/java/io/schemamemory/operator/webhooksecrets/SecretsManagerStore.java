package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.aws.ManagedSecret;
import io.schemamemory.operator.aws.ManagedSecret.Version;
import io.schemamemory.webhook.secrets.SecretsDocumentWriter;
import java.util.Optional;

/// A secret in Secrets Manager, made when first written.
record SecretsManagerStore(ManagedSecret secret) implements Store {
  @Override
  public WebhookSecrets read() {
    return secret.current().map(this::parse).orElse(WebhookSecrets.NONE);
  }

  @Override
  public WebhookSecrets change(SecretsChange change) {
    Optional<Version> current = secret.current();
    WebhookSecrets before = current.map(this::parse).orElse(WebhookSecrets.NONE);
    WebhookSecrets after = change.apply(before);
    if (!after.equals(before)) {
      secret.write(current, SecretsDocumentWriter.write(after));
    }
    return after;
  }

  private WebhookSecrets parse(Version current) {
    return StoredText.read(current.text(), secret.toString());
  }
}
