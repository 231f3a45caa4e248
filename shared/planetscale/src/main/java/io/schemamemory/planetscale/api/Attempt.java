package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.util.Optional;

/// The result of one try.
sealed interface Attempt<T> {
  /// Final: not to be tried again.
  record Settled<T>(ApiResult<T> result) implements Attempt<T> {}

  /// Not now.
  ///
  /// @param retryAfter how long to wait, if the server or the budget said
  record Busy<T>(Optional<Duration> retryAfter) implements Attempt<T> {}

  /// Another try may succeed, and does no harm.
  ///
  /// @param unreadable the reply, if there was one and it could not be read
  record Failed<T>(String reason, Optional<Raw> unreadable) implements Attempt<T> {}

  /// Another try may get a page that leads on.
  record LedBack<T>(String reason) implements Attempt<T> {}

  /// The caller's time is up.
  ///
  /// @param wasSent whether a reply was being waited for
  record OutOfTime<T>(String reason, boolean wasSent) implements Attempt<T> {}
}
