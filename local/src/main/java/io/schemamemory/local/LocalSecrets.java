package io.schemamemory.local;

import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import io.schemamemory.webhook.secrets.SecretsDocument;
import io.schemamemory.webhook.secrets.SecretsDocumentException;
import io.schemamemory.webhook.secrets.SecretsDocumentWriter;
import io.schemamemory.webhook.secrets.WebhookSecretsSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A local run's webhook secrets, in the form Secrets Manager would hold.
///
/// @param document the current secrets document
/// @param generated the bare path's secret, if it was generated for this run only
record LocalSecrets(Supplier<String> document, Optional<String> generated) {
  private static final String FILE = "WEBHOOK_SECRETS_FILE";
  private static final List<String> NAMES =
      List.of(WebhookSecretsSetting.BARE, WebhookSecretsSetting.DOCUMENT, FILE);

  /// At most one variable sets them.
  static LocalSecrets of(Environment environment) {
    List<String> set = NAMES.stream().filter(environment::isSet).toList();
    return switch (set.size()) {
      case 0 -> {
        String made = made();
        yield new LocalSecrets(always(bare(made)), Optional.of(made));
      }
      case 1 -> new LocalSecrets(given(environment, set.getFirst()), Optional.empty());
      default -> throw SettingException.notOne(NAMES, set);
    };
  }

  /// The names of all sources.
  Set<String> sources() {
    return new TreeSet<>(parsed(document.get()).bySource().keySet());
  }

  private static Supplier<String> given(Environment environment, String name) {
    Supplier<String> document =
        switch (name) {
          case WebhookSecretsSetting.BARE -> always(bare(bareSecret(environment)));
          case WebhookSecretsSetting.DOCUMENT ->
              always(environment.required(name, SecretsDocument.FORM, text -> text));
          default -> ofFile(environment.required(name, "a path", Path::of));
        };
    try {
      parsed(document.get());
      return document;
    } catch (SecretsDocumentException refused) {
      throw SettingException.refused(name, String.valueOf(refused.getMessage()));
    }
  }

  private static String bareSecret(Environment environment) {
    return environment.required(
        WebhookSecretsSetting.BARE,
        "the secret PlanetScale shows for the webhook",
        text -> {
          WebhookSecret.of(text);
          return text;
        });
  }

  private static Supplier<String> ofFile(Path file) {
    return () -> {
      try {
        return Files.readString(file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(
            file + " cannot be read; bin/webhook-secrets makes it", unreadable);
      }
    };
  }

  private static WebhookSecrets parsed(String document) {
    return SecretsDocument.parse(document);
  }

  private static String bare(String secret) {
    return SecretsDocumentWriter.write(WebhookSecrets.ofBare(WebhookSecret.of(secret)));
  }

  private static Supplier<String> always(String document) {
    return () -> document;
  }

  private static String made() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  @Override
  public String toString() {
    return "LocalSecrets[generated=" + generated.isPresent() + "]";
  }
}
