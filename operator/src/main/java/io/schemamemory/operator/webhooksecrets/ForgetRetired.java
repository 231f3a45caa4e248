package io.schemamemory.operator.webhooksecrets;

import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Instant;
import java.util.Map;

/// Deletes the secrets that were retired before a time.
record ForgetRetired(Instant before) implements SecretsChange {
  @Override
  public WebhookSecrets apply(WebhookSecrets secrets) {
    WebhookSecrets kept = secrets;
    for (Map.Entry<String, SourceSecrets> source : secrets.bySource().entrySet()) {
      kept = kept.with(source.getKey(), forget(source.getValue()));
    }
    return kept;
  }

  private SourceSecrets forget(SourceSecrets source) {
    return new SourceSecrets(
        source.live(),
        source.retired().stream().filter(one -> !one.at().isBefore(before)).toList());
  }
}
