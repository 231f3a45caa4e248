package io.schemamemory.domain.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The webhook secrets of every source, by the source's name.
public record WebhookSecrets(Map<String, SourceSecrets> bySource) {
  /// The source of the bare path.
  public static final String BARE = "default";

  /// No source yet.
  public static final WebhookSecrets NONE = new WebhookSecrets(Map.of());

  public WebhookSecrets {
    bySource = Collections.unmodifiableMap(new LinkedHashMap<>(bySource));
    if (!bySource.keySet().stream().allMatch(SourceName::isWellFormed)) {
      throw new IllegalArgumentException("a source's name is " + SourceName.FORM);
    }
  }

  /// One webhook, which posts to the bare path, with one secret.
  public static WebhookSecrets ofBare(WebhookSecret secret) {
    return new WebhookSecrets(Map.of(BARE, SourceSecrets.of(secret)));
  }

  /// A source's secrets; empty for a source that has no entry.
  public Optional<SourceSecrets> of(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /// The same with another entry for one source.
  public WebhookSecrets with(String source, SourceSecrets secrets) {
    Map<String, SourceSecrets> changed = new LinkedHashMap<>(bySource);
    changed.put(source, secrets);
    return new WebhookSecrets(changed);
  }
}
