package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.resource.Raw;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something to ask PlanetScale.
///
/// @param what it is, for messages
/// @param path below the API's address, encoded, with its query
/// @param access without which it is refused
record ApiRequest<T>(String what, String path, Access access, Decoder<T> decoder) {
  /// Reads the body of an answer.
  @FunctionalInterface
  interface Decoder<T> {
    T decode(Raw body) throws UnreadableException;
  }

  /// A path of names that come from outside.
  ///
  /// @throws IllegalArgumentException if a name would lead elsewhere
  static String path(String... names) {
    return Stream.of(names).map(ApiRequest::segment).collect(Collectors.joining("/", "/", ""));
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String segment(String name) {
    if (name.isBlank() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException("no name of PlanetScale's is blank, . or ..");
    }
    return encode(name);
  }
}
