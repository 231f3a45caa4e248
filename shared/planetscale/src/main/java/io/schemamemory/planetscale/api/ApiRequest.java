package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.resource.Raw;

/// A request to PlanetScale's API, and how to read its reply.
///
/// @param what is read or changed, for messages
/// @param access without which it is refused
record ApiRequest<T>(String what, ApiCall call, TokenAccess access, Decoder<T> decoder) {
  /// Reads the body of a reply.
  @FunctionalInterface
  interface Decoder<T> {
    T decode(Raw body) throws UnreadableException;
  }
}
