package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.operator.RefusedException;
import java.util.ArrayList;
import java.util.List;

/// Gives a source another live secret beside those it has; the same secret again changes nothing.
///
/// A secret that was retired is live again.
record RotateSecret(String source, WebhookSecret secret) implements SecretsChange {
  @Override
  public WebhookSecrets apply(WebhookSecrets secrets) {
    SourceSecrets before = KnownSource.of(secrets, source);
    if (before.live().contains(secret)) {
      return secrets;
    }
    if (before.live().size() == SourceSecrets.MOST_LIVE) {
      throw new RefusedException(
          "source %s has %d live secrets, and more would cost every webhook time: retire one first"
              .formatted(source, SourceSecrets.MOST_LIVE));
    }
    List<WebhookSecret> live = new ArrayList<>(before.live());
    live.addFirst(secret);
    return secrets.with(
        source,
        new SourceSecrets(
            live, before.retired().stream().filter(one -> !one.secret().equals(secret)).toList()));
  }
}
