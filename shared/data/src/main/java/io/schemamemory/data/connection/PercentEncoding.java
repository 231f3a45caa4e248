package io.schemamemory.data.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Decodes a part of a URL as the driver does.
final class PercentEncoding {
  private PercentEncoding() {}

  /// The text; null if a `%` is followed by anything but two hexadecimal digits.
  static @Nullable String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }
}
