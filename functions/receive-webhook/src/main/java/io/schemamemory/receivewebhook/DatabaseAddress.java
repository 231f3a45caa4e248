package io.schemamemory.receivewebhook;

import io.schemamemory.data.connection.DatabaseSource;
import io.schemamemory.data.connection.DatabaseSource.Given;
import io.schemamemory.data.connection.DatabaseSource.InSecret;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.TimeLimit;
import io.schemamemory.receivewebhook.TimedStep.State;
import io.schemamemory.receivewebhook.TimedStep.State.Done;
import io.schemamemory.receivewebhook.TimedStep.State.Failed;
import io.schemamemory.secrets.SecretException;
import io.schemamemory.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The database's URL, given or as its secret has it, which is read beside what else a webhook
/// waits for.
///
/// Ages are differences of the wall clock, so a copy is as old as it is, however long Lambda kept
/// the process frozen.
final class DatabaseAddress {
  /// How long a copy serves without another reading, and so how long a former role stays in use.
  static final Duration FRESH = Duration.ofMinutes(5);

  /// A copy read just now is what the secret holds, whatever the database says to its login.
  static final Duration CERTAIN = Duration.ofSeconds(1);

  private final DatabaseSource source;
  private final Secrets secrets;
  private final Clock clock;
  private final Consumer<String> onStale;

  private volatile @Nullable DatabaseUrl known;
  private volatile Instant triedAt = Instant.EPOCH;
  private @Nullable TimedStep<DatabaseUrl> reading;

  /// Reads nothing yet.
  ///
  /// @param onStale gets a line whenever an old copy serves on
  DatabaseAddress(DatabaseSource source, Secrets secrets, Clock clock, Consumer<String> onStale) {
    this.source = source;
    this.secrets = secrets;
    this.clock = clock;
    this.onStale = onStale;
  }

  /// Begins to read it if that is due; nobody waits for it.
  void prepare() {
    if (source instanceof InSecret secret && isOlderThan(FRESH)) {
      var _ = begin(secret);
    }
  }

  /// The URL; a copy serves while a newer one is being read.
  ///
  /// @throws RuntimeException if there is none within the limit, saying why
  DatabaseUrl url(TimeLimit limit) {
    DatabaseUrl copy = known;
    return switch (source) {
      case Given(DatabaseUrl url) -> url;
      case InSecret secret -> copy == null ? first(secret, limit) : copy;
    };
  }

  private DatabaseUrl first(InSecret secret, TimeLimit limit) {
    return switch (begin(secret).at(limit)) {
      case Done<DatabaseUrl>(DatabaseUrl url) -> url;
      case Failed<DatabaseUrl>(RuntimeException why) -> throw why;
      case State<DatabaseUrl> _ ->
          throw SecretException.unreadable(secret.setting() + " was not read in time");
    };
  }

  /// Another URL, after this one's login was refused; empty if the secret holds no other.
  Optional<DatabaseUrl> insteadOf(DatabaseUrl refused, TimeLimit limit) {
    return source instanceof InSecret secret && (isOlderThan(CERTAIN) || !isCurrent(refused))
        ? newest(secret, limit).filter(url -> url != refused)
        : Optional.empty();
  }

  private Optional<DatabaseUrl> newest(InSecret secret, TimeLimit limit) {
    return begin(secret).at(limit) instanceof Done<DatabaseUrl>(DatabaseUrl url)
        ? Optional.of(url)
        : Optional.empty();
  }

  /// Whether it is still the one to connect with.
  boolean isCurrent(DatabaseUrl url) {
    return source instanceof Given || url == known;
  }

  private boolean isOlderThan(Duration age) {
    Duration passed = Duration.between(triedAt, clock.instant());
    return passed.isNegative() || passed.compareTo(age) >= 0;
  }

  /// One that should have ended by the wall clock was frozen with the process, and its connection
  /// is dead: another begins.
  private synchronized TimedStep<DatabaseUrl> begin(InSecret secret) {
    TimedStep<DatabaseUrl> begun = reading;
    if (begun == null || isOlderThan(Budget.DATABASE_SECRET)) {
      triedAt = clock.instant();
      begun = TimedStep.begin("database secret", () -> read(secret));
      reading = begun;
    }
    return begun;
  }

  private DatabaseUrl read(InSecret secret) {
    try {
      return keep(secret.parse(secrets.read(secret.id(), Budget.DATABASE_SECRET)));
    } catch (RuntimeException failure) {
      if (known != null) {
        onStale.accept("the last database URL serves on: " + failure.getMessage());
      }
      throw failure;
    } finally {
      end();
    }
  }

  private synchronized void end() {
    reading = null;
  }

  /// The same object as long as the text is the same, so that a connection made with it stays.
  private DatabaseUrl keep(DatabaseUrl now) {
    DatabaseUrl before = known;
    DatabaseUrl kept = before != null && before.reveal().equals(now.reveal()) ? before : now;
    known = kept;
    return kept;
  }
}
