package io.schemamemory.planetscale.api.http;

import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
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

  /// The caller's time ended before the response did; the server may have processed it.
  ///
  /// @param given how long there was
  record OutOfTime(Duration given) implements Reply {}

  /// A response with more bytes than are read; the next would have as many.
  ///
  /// @param beginning what was read of it, unpacked
  record TooLong(String reason, Raw beginning) implements Reply {}

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
