package io.schemamemory.pollauditlog.keyset;

import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// The keys, unwrapped when first needed and once per process: in AWS that calls KMS.
@Singleton
public class UnwrappedKeys {
  private @Nullable Sealer sealer;
  private @Nullable SearchHasher hasher;

  /// Seals and opens.
  ///
  /// @throws io.schemamemory.sealing.keys.SealingException if its keys cannot be unwrapped
  public synchronized Sealer sealer() {
    if (sealer == null) {
      sealer = SealingSettings.of(Environment.ofProcess()).sealer();
    }
    return sealer;
  }

  /// Hashes what is searched for.
  ///
  /// @throws io.schemamemory.sealing.keys.SealingException if its keys cannot be unwrapped
  public synchronized SearchHasher hasher() {
    if (hasher == null) {
      hasher = SealingSettings.of(Environment.ofProcess()).hasher();
    }
    return hasher;
  }
}
