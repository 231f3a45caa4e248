package io.schemamemory.domain.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The webhook secrets of every source, by the source's name.
public record WebhookSecrets(Map<String, SourceSecrets> bySource) {
  /// The source of the bare path.
  public static final String BARE = "default";

  public WebhookSecrets {
    bySource = Map.copyOf(bySource);
    if (!bySource.keySet().stream().allMatch(SourceName::isWellFormed)) {
      throw new IllegalArgumentException("a source's name is " + SourceName.FORM);
    }
  }

  /// One webhook, which posts to the bare path, with one secret.
  public static WebhookSecrets ofBare(WebhookSecret secret) {
    return new WebhookSecrets(Map.of(BARE, new SourceSecrets(List.of(secret), List.of())));
  }

  Optional<SourceSecrets> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }
}
