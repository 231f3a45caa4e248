package io.schemamemory.planetscale.api;

import java.time.Duration;
import java.util.Optional;

/// What one try came to.
sealed interface Attempt<T> {
  /// Another try would not change it.
  record Settled<T>(ApiResult<T> answer) implements Attempt<T> {}

  /// Not now.
  ///
  /// @param told how long to wait, if that was said
  record Busy<T>(Optional<Duration> told) implements Attempt<T> {}

  /// Another try may fare better.
  record Failed<T>(String reason) implements Attempt<T> {}
}
