package io.schemamemory.sealing;

/// A value that can be searched by its hash, in one canonical spelling.
public sealed interface Searchable permits EmailAddress, NetworkAddress {
  /// The canonical spelling; it is hashed and never stored.
  String canonical();

  /// Distinguishes equal spellings of different kinds; hashes are bound to it.
  default String kind() {
    return switch (this) {
      case EmailAddress _ -> "email_address";
      case NetworkAddress _ -> "network_address";
    };
  }
}
