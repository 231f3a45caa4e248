package io.schemamemory.operator.keyset;

import io.schemamemory.sealing.keys.WrappedKeysets;

/// Where the wrapped keysets are kept.
sealed interface KeysetPlace permits KeysetFile, KeysetSecret {
  WrappedKeysets read();

  /// Values may be sealed with the keys of what is there.
  void refuseIfPresent();

  /// Replaces what was read.
  void write(WrappedKeysets keysets);

  /// What a person is told once it is written.
  String written();
}
