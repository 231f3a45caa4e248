package io.schemamemory.planetscale.api.http;

import java.time.Duration;

/// How much one request may take.
///
/// @param connect to reach the server
/// @param reply from the first byte sent to the last received, connecting included
/// @param bodyBytes of a reply, unpacked
public record RequestLimits(Duration connect, Duration reply, int bodyBytes) {
  /// A page of 100 wide deploy requests has a few megabytes, and PlanetScale may take its time.
  public static final RequestLimits USUAL =
      new RequestLimits(Duration.ofSeconds(3), Duration.ofSeconds(20), 16 * 1024 * 1024);
}
