package io.schemamemory.planetscale.api.http;

import io.schemamemory.planetscale.api.resource.Raw;
import java.util.Optional;

/// What came back for one request.
public sealed interface Reply {
  /// A complete HTTP response.
  ///
  /// @param contentType the type alone, as `text/html`
  /// @param date the header `Date`: when the server says it replied
  record Received(
      int status,
      Optional<String> contentType,
      Optional<String> retryAfter,
      Optional<String> date,
      Raw body)
      implements Reply {}

  /// No complete response.
  ///
  /// @param retry whether to send the request again
  record Lost(String reason, Retry retry) implements Reply {}

  /// Whether to send a request again whose response was lost.
  enum Retry {
    /// Nothing was sent: any request may be repeated.
    SAFE,
    /// The server may have processed it: only a request that may be processed twice is repeated.
    IF_IDEMPOTENT,
    /// The next reply would be lost for the same reason.
    USELESS
  }
}
