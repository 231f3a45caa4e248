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

  /// Between two readings after a failure, as each takes time, and between two readings because of
  /// a wrong signature, as strangers choose when those come.
  static final Duration PAUSE = Duration.ofSeconds(5);

  /// The time limit of a reading, out of the 1.8 seconds a webhook has.
  static final Duration AGAIN = Duration.ofMillis(300);

  /// Without any copy the webhook is lost unless this succeeds, so it may take longer; a cold start
  /// still fits.
  static final Duration FIRST = Duration.ofMillis(500);

  private final Function<Duration, WebhookSecrets> read;
  private final Clock clock;
  private final Consumer<String> log;

  private @Nullable WebhookSecrets known;
  private Instant knownAt = Instant.EPOCH;
  private Instant triedAt = Instant.EPOCH;
  private Instant doubtedAt = Instant.EPOCH;

  /// Reads nothing yet: the extension answers only once an invocation has come.
  ///
  /// @param read keeps the time limit it is given, or throws [SecretsUnavailableException]
  /// @param log gets a line whenever an old copy is used
  public CachedSecrets(Function<Duration, WebhookSecrets> read, Clock clock, Consumer<String> log) {
    this.read = read;
    this.clock = clock;
    this.log = log;
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
  public synchronized Verification verify(Function<SignatureVerifier, Verification> attempt) {
    Instant triedBefore = triedAt;
    Verification first = attempt.apply(new SignatureVerifier(get()));
    // A webhook has time for one reading.
    boolean justTried = !triedAt.equals(triedBefore);
    if (justTried || !isDoubt(first) || isWithin(PAUSE, doubtedAt)) {
      return first;
    }
    doubtedAt = clock.instant();
    return readAgain().map(newer -> attempt.apply(new SignatureVerifier(newer))).orElse(first);
  }

  private static boolean isDoubt(Verification verification) {
    return verification instanceof Rejected(Reason reason) && reason.mayEndWithNewerSecrets();
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
    triedAt = clock.instant();
    WebhookSecrets now = read.apply(within);
    known = now;
    knownAt = triedAt;
    return now;
  }

  /// A clock that was set back makes a copy too old, never younger.
  private boolean isWithin(Duration age, Instant since) {
    Duration passed = Duration.between(since, clock.instant());
    return !passed.isNegative() && passed.compareTo(age) < 0;
  }
}
