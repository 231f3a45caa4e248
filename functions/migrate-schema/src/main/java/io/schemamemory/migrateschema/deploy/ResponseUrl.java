package io.schemamemory.migrateschema.deploy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/// Where CloudFormation waits for an answer: an address of AWS, or of this machine for a local AWS.
///
/// It is signed: whoever has it can answer, so it appears in no message.
public record ResponseUrl(URI uri) {
  private static final Pattern AWS =
      Pattern.compile("([a-z0-9-]+\\.)+amazonaws\\.(com|com\\.cn|eu)");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /// @throws IllegalArgumentException if it is another address
  static ResponseUrl parse(String text) {
    try {
      URI uri = new URI(text);
      if (isAllowed(String.valueOf(uri.getScheme()), String.valueOf(uri.getHost()))) {
        return new ResponseUrl(uri);
      }
    } catch (URISyntaxException malformed) {
      // Without the cause: its message repeats the address.
    }
    throw new IllegalArgumentException(
        "ResponseURL is no address of AWS with https; nothing was done, and nobody is answered");
  }

  private static boolean isAllowed(String scheme, String host) {
    return switch (scheme) {
      case "https" -> AWS.matcher(host).matches() || THIS_MACHINE.contains(host);
      case "http" -> THIS_MACHINE.contains(host);
      default -> false;
    };
  }

  @Override
  public String toString() {
    return String.valueOf(uri.getHost());
  }
}
