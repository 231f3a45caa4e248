package io.schemamemory.job.secret;

import io.schemamemory.secrets.SecretException;
import io.schemamemory.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A secret that is read again at every call; while it cannot be read, the last text serves on.
public final class FreshSecret {
  /// Of a scheduled function's minutes.
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Secrets secrets;
  private final String id;
  private final Clock clock;
  private @Nullable String known;

  /// Reads nothing yet.
  public FreshSecret(Secrets secrets, String id, Clock clock) {
    this.secrets = secrets;
    this.id = id;
    this.clock = clock;
  }

  /// Its text; empty if there is no such secret.
  ///
  /// @throws SecretException if it cannot be read, and never was
  public Optional<String> read() {
    try {
      known = secrets.read(id, LIMIT);
    } catch (SecretException failure) {
      if (failure.isMissing()) {
        known = null;
      } else if (known == null) {
        throw failure;
      } else {
        StaleSecret.report(clock.instant(), failure);
      }
    }
    return Optional.ofNullable(known);
  }

  /// What holds it, for messages.
  public String setting() {
    return "the secret " + id;
  }
}
