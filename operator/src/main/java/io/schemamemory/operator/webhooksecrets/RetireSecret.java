package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Retires a live secret; one that is retired already stays as it is.
///
/// @param close whether it may be the source's last live one
record RetireSecret(String source, String fingerprint, Instant now, boolean close)
    implements SecretsChange {
  @Override
  public WebhookSecrets apply(WebhookSecrets secrets) {
    SourceSecrets before = KnownSource.of(secrets, source);
    boolean already =
        before.retired().stream().anyMatch(one -> one.secret().fingerprint().equals(fingerprint));
    return already ? secrets : secrets.with(source, retire(before));
  }

  private SourceSecrets retire(SourceSecrets before) {
    WebhookSecret secret = live(before);
    if (before.live().size() == 1 && !close) {
      throw new RefusedException(
          "%s is the last live secret of source %s: without it every webhook is refused. Give the source another with rotate, or say --close"
              .formatted(fingerprint, source));
    }
    List<RetiredSecret> retired = new ArrayList<>(before.retired());
    retired.add(new RetiredSecret(secret, now.truncatedTo(ChronoUnit.SECONDS)));
    return new SourceSecrets(
        before.live().stream().filter(one -> !one.equals(secret)).toList(), retired);
  }

  private WebhookSecret live(SourceSecrets before) {
    return before.live().stream()
        .filter(one -> one.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(() -> notLive(before.live()));
  }

  private RefusedException notLive(List<WebhookSecret> live) {
    String those =
        live.isEmpty()
            ? "it has none"
            : live.stream().map(WebhookSecret::fingerprint).collect(Collectors.joining(", "));
    return new RefusedException(
        "source %s has no live secret %s; live are: %s".formatted(source, fingerprint, those));
  }
}
