package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.Raw;
import java.util.Optional;

/// What became of one request.
sealed interface Reply {
  /// The whole of an HTTP response.
  ///
  /// @param contentType the type alone, as `text/html`
  /// @param date the header `Date`, when the server says it answered
  record Received(
      int status,
      Optional<String> contentType,
      Optional<String> retryAfter,
      Optional<String> date,
      Raw body)
      implements Reply {}

  /// There is no whole response.
  ///
  /// @param again whether another try may fare better
  record Lost(String reason, boolean again) implements Reply {}
}
