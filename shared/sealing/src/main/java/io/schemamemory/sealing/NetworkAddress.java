package io.schemamemory.sealing;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IPv4 or IPv6 address in its one spelling; it does not print.
public record NetworkAddress(String canonical) implements Searchable {
  /// Four numbers without leading zeros, which some read as octal; the JDK would also take fewer.
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  /// Without a zone, which means something on one machine only; no name has a colon.
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  /// Takes one in its one spelling; [#parse] takes any.
  ///
  /// @throws IllegalArgumentException if it is none, or spelled otherwise
  public NetworkAddress {
    if (!spelling(canonical).equals(Optional.of(canonical))) {
      throw new IllegalArgumentException("a network address is IPv4 or IPv6, in its one spelling");
    }
  }

  /// Reads one in any spelling; nothing, if it is none. Nobody is asked for a name.
  public static Optional<NetworkAddress> parse(String text) {
    return spelling(text.strip()).map(NetworkAddress::new);
  }

  private static Optional<String> spelling(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text).getHostAddress());
    } catch (IllegalArgumentException notALiteral) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "NetworkAddress";
  }
}
