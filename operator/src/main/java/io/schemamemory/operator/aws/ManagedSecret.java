package io.schemamemory.operator.aws;

import io.schemamemory.operator.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// A secret in Secrets Manager, made when first written; what somebody else wrote meanwhile is
/// never overwritten.
///
/// @param id its name
/// @param description for who finds it in AWS
public record ManagedSecret(SecretsManagerClient client, String id, String description) {
  private static final String CURRENT = "AWSCURRENT";

  /// The label of a version that was written and is not current yet.
  private static final String NEXT = "SCHEMA_MEMORY_NEXT";

  /// What was read, to be replaced by something newer.
  public record Version(String id, String text) {
    @Override
    public String toString() {
      return "Version[" + id + "]";
    }
  }

  /// As AWS's SDK finds region and credentials.
  public static ManagedSecret of(String id, String description) {
    return new ManagedSecret(
        SecretsManagerClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        id,
        description);
  }

  /// Another secret of the same account.
  public ManagedSecret other(String id) {
    return new ManagedSecret(client, id, description);
  }

  /// The current version; empty if there is no such secret.
  ///
  /// @throws RefusedException if it holds no text
  public Optional<Version> current() {
    try {
      GetSecretValueResponse current = client.getSecretValue(get -> get.secretId(id));
      @Nullable String text = current.secretString();
      if (text == null) {
        throw new RefusedException(this + " holds bytes and no text: it was not written by us");
      }
      return Optional.of(new Version(current.versionId(), text));
    } catch (ResourceNotFoundException notYet) {
      return Optional.empty();
    }
  }

  /// Writes a text, if it is another than the current one.
  ///
  /// @return whether it was written
  public boolean put(String text) {
    Optional<Version> was = current();
    boolean differs = was.map(version -> !version.text().equals(text)).orElse(true);
    if (differs) {
      write(was, text);
    }
    return differs;
  }

  /// Replaces what was read.
  ///
  /// @throws RefusedException if it is no longer current
  public void write(Optional<Version> was, String text) {
    was.ifPresentOrElse(version -> replace(version.id(), text), () -> create(text));
  }

  /// Secrets Manager has no conditional write, but moves a label only from where it is said to be.
  private void replace(String was, String text) {
    String now =
        client
            .putSecretValue(put -> put.secretId(id).secretString(text).versionStages(NEXT))
            .versionId();
    try {
      client.updateSecretVersionStage(
          move ->
              move.secretId(id)
                  .versionStage(CURRENT)
                  .moveToVersionId(now)
                  .removeFromVersionId(was));
    } catch (InvalidParameterException changedByAnother) {
      throw changedMeanwhile();
    }
  }

  private void create(String text) {
    try {
      client.createSecret(create -> create.name(id).description(description).secretString(text));
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
    return "the secret " + id;
  }
}
