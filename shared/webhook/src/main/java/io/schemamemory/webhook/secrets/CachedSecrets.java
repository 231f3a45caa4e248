package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Webhook secrets read elsewhere, kept for a while.
///
/// Ages are differences of the wall clock, so a copy made before a snapshot is as old as it is.
public final class CachedSecrets implements CurrentSecrets {
  /// How long a copy serves without another reading, and so how long a retired secret still works.
  static final Duration FRESH = Duration.ofSeconds(60);

  /// How long a copy serves while the secrets cannot be read again. A retired secret must expire,
  /// and most webhooks reach a new process, which has no copy.
  static final Duration USABLE = Duration.ofHours(1);

  /// Between two readings after a failure, as each takes time.
  static final Duration PAUSE = Duration.ofSeconds(5);

  /// The time limit of a reading, out of the 1.8 seconds a webhook has.
  static final Duration AGAIN = Duration.ofMillis(300);

  /// Without any copy the webhook is lost unless this succeeds, so it may take longer; what it must
  /// leave is the time the spill queue needs. A cold process makes its first TLS connection in it.
  static final Duration FIRST = Duration.ofMillis(800);

  private final Function<Duration, WebhookSecrets> read;
  private final Clock clock;
  private final Consumer<String> log;

  private @Nullable WebhookSecrets known;
  private Instant knownAt = Instant.EPOCH;
  private Instant triedAt = Instant.EPOCH;
  private final DoubtPace pace;
  private final Consumer<Duration> pause;

  /// Counts readings when they begin.
  private final AtomicInteger begun = new AtomicInteger();

  /// Reads nothing yet.
  ///
  /// @param read keeps the time limit it is given, or throws [SecretsUnavailableException]
  /// @param log gets a line whenever an old copy is used
  public CachedSecrets(Function<Duration, WebhookSecrets> read, Clock clock, Consumer<String> log) {
    this(read, clock, log, CachedSecrets::sleep);
  }

  /// @param pause lets a time pass
  CachedSecrets(
      Function<Duration, WebhookSecrets> read,
      Clock clock,
      Consumer<String> log,
      Consumer<Duration> pause) {
    this.read = read;
    this.clock = clock;
    this.log = log;
    this.pause = pause;
    this.pace = new DoubtPace(clock);
  }

  @Override
  public synchronized void prepare() {
    if (known == null) {
      try {
        var _ = read(FIRST);
      } catch (SecretsUnavailableException later) {
        // The first webhook tries again, and says it.
      }
    }
  }

  @Override
  public synchronized WebhookSecrets get() {
    if (known == null || !isWithin(USABLE, knownAt)) {
      return read(FIRST);
    }
    if (!isWithin(FRESH, knownAt) && !isWithin(PAUSE, triedAt)) {
      return readAgain().orElse(known);
    }
    return known;
  }

  @Override
  public Verification verify(
      @Nullable String signature, Function<SignatureVerifier, Verification> attempt) {
    int come = begun.get();
    synchronized (this) {
      Verification first = attempt.apply(new SignatureVerifier(get()));
      // A reading that began since it came, for whomever, has what it could have been signed with;
      // and a webhook has time for one.
      if (begun.get() != come
          || signature == null
          || !isDoubt(first, signature)
          || pace.wasRefused(signature)) {
        return first;
      }
      pause.accept(pace.turn());
      return readAgain().map(newer -> last(attempt, signature, newer)).orElse(first);
    }
  }

  private Verification last(
      Function<SignatureVerifier, Verification> attempt, String signature, WebhookSecrets newer) {
    Verification last = attempt.apply(new SignatureVerifier(newer));
    if (isDoubt(last, signature)) {
      pace.refuse(signature);
    }
    return last;
  }

  private static boolean isDoubt(Verification verification, String signature) {
    return verification instanceof Rejected(Reason reason)
        && reason.mayEndWithNewerSecrets()
        && SignatureVerifier.isWellFormed(signature);
  }

  private Optional<WebhookSecrets> readAgain() {
    try {
      return Optional.of(read(AGAIN));
    } catch (SecretsUnavailableException failure) {
      log.accept("secrets stale since " + knownAt + ": " + failure.getMessage());
      return Optional.empty();
    }
  }

  private WebhookSecrets read(Duration within) {
    begun.incrementAndGet();
    triedAt = clock.instant();
    WebhookSecrets now = read.apply(within);
    known = now;
    knownAt = triedAt;
    return now;
  }

  /// So that wrong signatures cannot make us read more often; the one instance that Lambda runs
  /// this for has no other request meanwhile.
  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// A clock that was set back makes a copy too old, never younger.
  private boolean isWithin(Duration age, Instant since) {
    Duration passed = Duration.between(since, clock.instant());
    return !passed.isNegative() && passed.compareTo(age) < 0;
  }
}
