package io.schemamemory.webhook.secrets;

import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Secrets that a test changes, read through a cache by a clock that it moves.
abstract class RotatingSecrets {
  static final WebhookSecrets OLD = WebhookSecrets.ofBare(WebhookSecret.of("old"));
  static final WebhookSecrets NEW = WebhookSecrets.ofBare(WebhookSecret.of("new"));

  final MovedClock clock = new MovedClock();
  final List<Duration> readings = new ArrayList<>();
  final List<String> log = new ArrayList<>();
  boolean down;
  WebhookSecrets there = OLD;

  final CachedSecrets secrets = new CachedSecrets(this::read, clock, log::add, clock::pass);

  static Verification rejected(Reason reason) {
    return new Rejected(reason);
  }

  private WebhookSecrets read(Duration within) {
    readings.add(within);
    if (down) {
      throw new SecretsUnavailableException("down");
    }
    return there;
  }

  /// A clock that a test moves.
  static final class MovedClock extends Clock {
    static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");
    private Instant now = BEGIN;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
