package io.schemamemory.pollauditlog.keyset;

import io.schemamemory.job.secret.FreshSecret;
import io.schemamemory.sealing.Sealer;
import io.schemamemory.sealing.SealingSettings;
import io.schemamemory.sealing.SearchHasher;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keys of a variable, or of a secret that is read again for each invocation; unwrapped when
/// first needed and once for each keyset: in AWS that calls KMS.
@Singleton
public class UnwrappedKeys {
  /// The variable that names the secret.
  private static final String ID = "SEALING_KEYSET_ID";

  private final @Nullable FreshSecret secret;
  private @Nullable String keysets;
  private @Nullable Sealer sealer;
  private @Nullable SearchHasher hasher;

  UnwrappedKeys(Clock clock) {
    Environment environment = Environment.ofProcess();
    secret =
        environment.isSet(ID)
            ? new FreshSecret(
                SecretsSetting.of(environment), SecretsSetting.id(environment, ID), clock)
            : null;
  }

  /// Stops the start if a variable is missing or malformed.
  public static void check(Environment environment) {
    if (environment.isSet(ID)) {
      var _ = SecretsSetting.of(environment);
      var _ = SecretsSetting.id(environment, ID);
      var _ = SealingSettings.key(environment);
    } else {
      var _ = SealingSettings.of(environment);
    }
  }

  /// Takes the keyset as it is now.
  ///
  /// @return what to do if none is stored yet
  /// @throws io.schemamemory.secrets.SecretException if it cannot be read, and never was
  public synchronized Optional<String> refresh() {
    if (secret == null) {
      return Optional.empty();
    }
    @Nullable String now = secret.read().orElse(null);
    if (now == null || !now.equals(keysets)) {
      sealer = null;
      hasher = null;
    }
    keysets = now;
    return now == null ? Optional.of(missing(secret)) : Optional.empty();
  }

  /// Seals and opens.
  ///
  /// @throws SealingException if its keys cannot be unwrapped
  public synchronized Sealer sealer() {
    if (sealer == null) {
      sealer = settings().sealer();
    }
    return sealer;
  }

  /// Hashes what is searched for.
  ///
  /// @throws SealingException if its keys cannot be unwrapped
  public synchronized SearchHasher hasher() {
    if (hasher == null) {
      hasher = settings().hasher();
    }
    return hasher;
  }

  private SealingSettings settings() {
    Environment environment = Environment.ofProcess();
    if (secret == null) {
      return SealingSettings.of(environment);
    }
    if (keysets == null) {
      throw new SealingException(missing(secret));
    }
    return SealingSettings.of(environment, secret.setting(), keysets);
  }

  private static String missing(FreshSecret secret) {
    return "no keyset is stored: store one in " + secret.setting() + " with bin/keyset";
  }
}
