package io.schemamemory.sealing;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IPv4 or IPv6 address in its canonical spelling; `toString` does not reveal it.
public record NetworkAddress(String canonical) implements Searchable {
  /// Four numbers without leading zeros, which some read as octal; the JDK also accepts fewer.
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

  /// Without a zone, which only means something on one machine. A host name has no colon.
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  /// Takes an address in its canonical spelling; [#parse] accepts any.
  ///
  /// @throws IllegalArgumentException if it is not an address, or spelled differently
  public NetworkAddress {
    if (!spelling(canonical).equals(Optional.of(canonical))) {
      throw new IllegalArgumentException(
          "a network address is IPv4 or IPv6, in its canonical spelling");
    }
  }

  /// Reads an address in any spelling; empty if the text is not one. Makes no DNS lookup.
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
