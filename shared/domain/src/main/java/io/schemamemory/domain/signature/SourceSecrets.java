package io.schemamemory.domain.signature;

import java.util.List;
import java.util.stream.Stream;

/// The secrets of one source.
///
/// @param live those PlanetScale may sign with; several while one is being rotated
/// @param retired those it signed with once: they let nothing in, but what they signed can still be
///     verified again
public record SourceSecrets(List<WebhookSecret> live, List<WebhookSecret> retired) {
  /// Each candidate costs a pass over a body of megabytes, and there are two seconds.
  private static final int MOST_LIVE = 4;

  public SourceSecrets {
    live = List.copyOf(live);
    retired = List.copyOf(retired);
    if (live.size() > MOST_LIVE) {
      throw new IllegalArgumentException("a source has at most " + MOST_LIVE + " live secrets");
    }
  }

  /// Those a fingerprint names, live or retired.
  List<WebhookSecret> named(String fingerprint) {
    return Stream.concat(live.stream(), retired.stream())
        .filter(secret -> secret.fingerprint().equals(fingerprint))
        .toList();
  }
}
