package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.webhook.secrets.SecretsDocumentWriter;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// A secret in Secrets Manager, made when first written.
record SecretsManagerStore(SecretsManagerClient client, String secretId) implements Store {
  private static final String CURRENT = "AWSCURRENT";

  /// The label of a version that was written and is not current yet.
  private static final String NEXT = "SCHEMA_MEMORY_NEXT";

  @Override
  public WebhookSecrets read() {
    return current().map(this::parse).orElse(WebhookSecrets.NONE);
  }

  @Override
  public WebhookSecrets change(SecretsChange change) {
    Optional<GetSecretValueResponse> current = current();
    WebhookSecrets before = current.map(this::parse).orElse(WebhookSecrets.NONE);
    WebhookSecrets after = change.apply(before);
    if (!after.equals(before)) {
      String text = SecretsDocumentWriter.write(after);
      current.ifPresentOrElse(was -> replace(was.versionId(), text), () -> create(text));
    }
    return after;
  }

  private Optional<GetSecretValueResponse> current() {
    try {
      return Optional.of(client.getSecretValue(get -> get.secretId(secretId)));
    } catch (ResourceNotFoundException notYet) {
      return Optional.empty();
    }
  }

  private WebhookSecrets parse(GetSecretValueResponse current) {
    if (current.secretString() == null) {
      throw new RefusedException(
          this + " holds bytes and no text: it is not a document of secrets");
    }
    return StoredText.read(current.secretString(), toString());
  }

  /// Secrets Manager has no conditional write, but moves a label only from where it is said to be.
  private void replace(String was, String text) {
    String now =
        client
            .putSecretValue(put -> put.secretId(secretId).secretString(text).versionStages(NEXT))
            .versionId();
    try {
      client.updateSecretVersionStage(
          move ->
              move.secretId(secretId)
                  .versionStage(CURRENT)
                  .moveToVersionId(now)
                  .removeFromVersionId(was));
    } catch (InvalidParameterException changedByAnother) {
      throw changedMeanwhile();
    }
  }

  private void create(String text) {
    try {
      client.createSecret(
          create ->
              create
                  .name(secretId)
                  .description("Webhook secrets, kept by bin/webhook-secrets")
                  .secretString(text));
    } catch (ResourceExistsException changedByAnother) {
      throw changedMeanwhile();
    }
  }

  private RefusedException changedMeanwhile() {
    return new RefusedException(
        "somebody else changed " + this + " meanwhile, and nothing was changed here: run it again");
  }

  @Override
  public String toString() {
    return "the secret " + secretId;
  }
}
