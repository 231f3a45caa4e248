package io.schemamemory.job.database;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.data.connection.DatabaseSource.Given;
import io.schemamemory.data.connection.DatabaseSource.InSecret;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.job.secret.StaleSecret;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.secrets.Secrets;
import io.schemamemory.secrets.SecretsSetting;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database URL a function connects with: given, or read from its secret when first needed and
/// again when it may have changed.
@Singleton
public class CurrentLogin {
  /// How long a copy serves without another reading, and so how long a former role stays in use: a
  /// reading costs money, and a rotation can wait so long.
  static final Duration FRESH = Duration.ofMinutes(5);

  /// Between two readings after refusals: the pool tries to connect several times a second.
  static final Duration PAUSE = Duration.ofSeconds(10);

  /// Of a scheduled function's minute.
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final DatabaseSource source;
  private final Clock clock;
  private @Nullable Secrets secrets;
  private @Nullable DatabaseUrl known;
  private Instant triedAt = Instant.EPOCH;
  private Instant refusedAt = Instant.EPOCH;

  CurrentLogin(Clock clock) {
    this.source = DatabaseSetting.source(Environment.ofProcess());
    this.clock = clock;
  }

  /// Stops the start if the environment does not say where the URL is, or how its secret is read.
  public static void check(Environment environment) {
    if (DatabaseSetting.source(environment) instanceof InSecret) {
      var _ = SecretsSetting.of(environment);
    }
  }

  /// The URL; the same object as long as it has not changed.
  ///
  /// @throws SecretException if its secret cannot be read, and never was
  /// @throws SettingException if its secret holds no such URL, and never did
  public synchronized DatabaseUrl url() {
    return switch (source) {
      case Given(DatabaseUrl url) -> url;
      case InSecret secret -> known == null ? read(secret) : known;
    };
  }

  /// The URL as of the last minutes. While its secret cannot be read, the last one serves on.
  ///
  /// @throws SecretException as [#url]
  /// @throws SettingException as [#url]
  public synchronized DatabaseUrl recentUrl() {
    return source instanceof InSecret secret && known != null && isPast(triedAt.plus(FRESH))
        ? readAgain(secret).orElse(known)
        : url();
  }

  /// Another URL, after this one's login was refused; empty if the secret holds no other.
  synchronized Optional<DatabaseUrl> insteadOf(DatabaseUrl refused) {
    if (!(source instanceof InSecret secret)) {
      return Optional.empty();
    }
    if (isPast(refusedAt.plus(PAUSE))) {
      refusedAt = clock.instant();
      var _ = readAgain(secret);
    }
    return Optional.ofNullable(known).filter(now -> !now.equals(refused));
  }

  /// What holds the URL, for messages.
  public String setting() {
    return source.setting();
  }

  private boolean isPast(Instant time) {
    return !clock.instant().isBefore(time);
  }

  private Optional<DatabaseUrl> readAgain(InSecret secret) {
    try {
      return Optional.of(read(secret));
    } catch (SecretException | SettingException failure) {
      StaleSecret.report(clock.instant(), failure);
      return Optional.empty();
    }
  }

  private DatabaseUrl read(InSecret secret) {
    triedAt = clock.instant();
    if (secrets == null) {
      secrets = SecretsSetting.of(Environment.ofProcess());
    }
    DatabaseUrl now = secret.parse(secrets.read(secret.id(), LIMIT));
    if (known == null || !known.reveal().equals(now.reveal())) {
      known = now;
    }
    return known;
  }
}
