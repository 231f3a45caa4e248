package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.Attempt.Busy;
import io.schemamemory.planetscale.api.Attempt.Failed;
import io.schemamemory.planetscale.api.Attempt.Settled;
import io.schemamemory.planetscale.api.http.Exchange;
import io.schemamemory.planetscale.api.http.Reply.Lost;
import io.schemamemory.planetscale.api.http.Reply.Received;
import io.schemamemory.planetscale.api.http.Reply.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Sends a request until it is settled, the tries are used up, or the time is.
record RetryingClient(
    ApiUrl url, Exchange exchange, ServiceToken token, Supplier<Duration> budget, Backoff backoff) {
  /// With the waits between them half a minute: what lasts longer is for the caller's next run.
  private static final int TRIES = 6;

  <T> ApiResult<T> send(ApiRequest<T> request, Instant until) {
    for (int tries = 1; ; tries++) {
      Duration wait;
      ApiResult<T> otherwise;
      switch (attempt(request, until)) {
        case Settled<T>(ApiResult<T> result) -> {
          return result;
        }
        case Busy<T>(Optional<Duration> retryAfter) -> {
          wait = retryAfter.map(backoff::atLeast).orElse(backoff.after(tries));
          otherwise = new Throttled<>(wait);
        }
        case Failed<T>(String reason) -> {
          wait = backoff.after(tries);
          otherwise = new Unanswered<>(reason);
        }
      }
      if (tries == TRIES || !backoff.pass(wait, until)) {
        return otherwise;
      }
    }
  }

  /// Sends once, and takes any reply.
  ApiResult<ProbeResult> probe(String path, Instant until) {
    Duration notBefore = budget.get();
    if (notBefore.isPositive()) {
      return new Throttled<>(notBefore);
    }
    Duration left = Duration.between(backoff.now(), until);
    return left.toMillis() <= 0
        ? new Unanswered<>("there was no time left for a request")
        : switch (exchange.send(ApiCall.get(path).to(url, token), left)) {
          case Received received -> new Ok<>(ProbeResult.of(received));
          case Lost(String reason, Retry _) -> new Unanswered<>(reason);
        };
  }

  private <T> Attempt<T> attempt(ApiRequest<T> request, Instant until) {
    Duration left = Duration.between(backoff.now(), until);
    if (left.toMillis() <= 0) {
      return new Settled<>(new Unanswered<>("there was no time left for a request"));
    }
    Duration notBefore = budget.get();
    return notBefore.isPositive()
        ? new Busy<>(Optional.of(notBefore))
        : ReplyClassifier.of(
            request, exchange.send(request.call().to(url, token), left), backoff.now());
  }
}
