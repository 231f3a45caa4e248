package io.schemamemory.sealing;

/// What is searched for by its hash, in the one spelling that stands for all.
public sealed interface Searchable permits EmailAddress, NetworkAddress {
  /// The one spelling; it is hashed and never stored.
  String canonical();

  /// Keeps equal spellings of different things apart; hashes are bound to it.
  default String kind() {
    return switch (this) {
      case EmailAddress _ -> "email_address";
      case NetworkAddress _ -> "network_address";
    };
  }
}
