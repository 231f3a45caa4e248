package io.schemamemory.webhook.secrets;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.domain.signature.StrayCharacter;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.MalformedValueException;
import io.schemamemory.settings.SettingException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads where a function has its webhook secrets from.
public final class WebhookSecretsSetting {
  /// The name of a secret in Secrets Manager that holds their document.
  public static final String ID = "WEBHOOK_SECRETS_ID";

  /// Their document itself.
  public static final String DOCUMENT = "WEBHOOK_SECRETS";

  /// One secret, for the bare path alone.
  public static final String BARE = "PLANETSCALE_WEBHOOK_SECRET";

  private WebhookSecretsSetting() {}

  /// The current secrets, read again when they may have changed.
  ///
  /// @throws SettingException unless exactly one variable says where they are
  public static CurrentSecrets of(Environment environment) {
    return of(environment, () -> SecretsSetting.of(environment), WebhookSecretsSetting::warn);
  }

  /// The same, over a given way to Secrets Manager, which is needed only if one names a secret.
  ///
  /// @param onStale gets a line whenever an old copy is used
  public static CurrentSecrets of(
      Environment environment, Supplier<Secrets> secrets, Consumer<String> onStale) {
    List<String> names = List.of(ID, DOCUMENT, BARE);
    List<String> set = names.stream().filter(environment::isSet).toList();
    if (set.size() != 1) {
      throw SettingException.notOne(names, set);
    }
    return switch (set.getFirst()) {
      case ID ->
          new CachedSecrets(
              new StoredSecrets(secrets.get(), SecretsSetting.id(environment, ID))::read,
              Clock.systemUTC(),
              onStale);
      case DOCUMENT -> new FixedSecrets(document(environment));
      default -> new FixedSecrets(bare(environment));
    };
  }

  private static WebhookSecrets bare(Environment environment) {
    return environment.required(
        BARE,
        "the secret PlanetScale shows for the webhook, without white space around it",
        secret -> WebhookSecrets.ofBare(secret(secret)));
  }

  private static WebhookSecret secret(String text) {
    StrayCharacter stray = StrayCharacter.in(text).orElse(null);
    if (stray != null) {
      throw new MalformedValueException("its " + stray);
    }
    return WebhookSecret.of(text);
  }

  private static WebhookSecrets document(Environment environment) {
    try {
      return environment.required(DOCUMENT, SecretsDocument.FORM, SecretsDocument::parse);
    } catch (SecretsDocumentException refused) {
      throw SettingException.refused(DOCUMENT, String.valueOf(refused.getMessage()));
    }
  }

  private static void warn(String line) {
    LambdaRuntime.getLogger().log(line, LogLevel.WARN);
  }
}
