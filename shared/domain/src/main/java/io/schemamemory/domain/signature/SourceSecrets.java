package io.schemamemory.domain.signature;

import java.util.List;
import java.util.stream.Stream;

/// The secrets of one source.
///
/// @param live those PlanetScale may sign with; several while one is being rotated
/// @param retired those it signed with once: they let nothing in, but what they signed can still be
///     verified again
public record SourceSecrets(List<WebhookSecret> live, List<RetiredSecret> retired) {
  /// No secret at all.
  public static final SourceSecrets NONE = new SourceSecrets(List.of(), List.of());

  /// Each candidate costs a pass over a body of megabytes, and there are two seconds.
  public static final int MOST_LIVE = 4;

  public SourceSecrets {
    live = List.copyOf(live);
    retired = List.copyOf(retired);
    if (live.size() > MOST_LIVE) {
      throw new IllegalArgumentException("a source has at most " + MOST_LIVE + " live secrets");
    }
  }

  /// One live secret.
  public static SourceSecrets of(WebhookSecret live) {
    return new SourceSecrets(List.of(live), List.of());
  }

  /// Those with this fingerprint, live or retired.
  List<WebhookSecret> named(String fingerprint) {
    return Stream.concat(live.stream(), retired.stream().map(RetiredSecret::secret))
        .filter(secret -> secret.fingerprint().equals(fingerprint))
        .toList();
  }
}
