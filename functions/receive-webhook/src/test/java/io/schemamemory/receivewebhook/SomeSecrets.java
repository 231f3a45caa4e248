package io.schemamemory.receivewebhook;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Secrets of every kind: live, retired, another source's, unknown.
final class SomeSecrets {
  /// What the sample invocations are signed with.
  static final String LIVE = Samples.SECRET;

  static final String NEXT = "the secret a rotation brings";
  static final String RETIRED = "the secret before the last rotation";
  static final String OF_ANOTHER_SOURCE = "the secret of another webhook";
  static final String UNKNOWN = "an unknown secret";

  /// Those of the bare path and of another source.
  static final WebhookSecrets ALL =
      new WebhookSecrets(
          Map.of(
              WebhookSecrets.BARE,
              new SourceSecrets(
                  secrets(LIVE, NEXT),
                  List.of(new RetiredSecret(WebhookSecret.of(RETIRED), FixedTime.NOW))),
              "other",
              new SourceSecrets(secrets(OF_ANOTHER_SOURCE), List.of())));

  private SomeSecrets() {}

  /// The texts of a source's live secrets.
  static List<String> live(String source) {
    return switch (source) {
      case WebhookSecrets.BARE -> List.of(LIVE, NEXT);
      case "other" -> List.of(OF_ANOTHER_SOURCE);
      default -> List.of();
    };
  }

  private static List<WebhookSecret> secrets(String... texts) {
    return Stream.of(texts).map(WebhookSecret::of).toList();
  }
}
