package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.Attempt.Busy;
import io.schemamemory.planetscale.api.Attempt.Failed;
import io.schemamemory.planetscale.api.Attempt.Settled;
import io.schemamemory.planetscale.api.Reply.Lost;
import io.schemamemory.planetscale.api.Reply.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks until there is an answer, the tries are used up, or the time is.
record RetryingClient(
    ApiUrl url, Exchange exchange, ServiceToken token, Supplier<Duration> budget, Backoff waiting) {
  /// With the waits between them half a minute: what lasts longer is for the caller's next run.
  private static final int TRIES = 6;

  <T> ApiResult<T> ask(ApiRequest<T> question, Instant until) {
    for (int tries = 1; ; tries++) {
      Duration wait;
      ApiResult<T> otherwise;
      switch (attempt(question, until)) {
        case Settled<T>(ApiResult<T> answer) -> {
          return answer;
        }
        case Busy<T>(Optional<Duration> told) -> {
          wait = told.map(waiting::atLeast).orElse(waiting.after(tries));
          otherwise = new Throttled<>(wait);
        }
        case Failed<T>(String reason) -> {
          wait = waiting.after(tries);
          otherwise = new Unanswered<>(reason);
        }
      }
      if (tries == TRIES || !waiting.pass(wait, until)) {
        return otherwise;
      }
    }
  }

  /// Asks once, and takes whatever is answered.
  ApiResult<ProbeResult> reach(String path, Instant until) {
    Duration notBefore = budget.get();
    if (notBefore.isPositive()) {
      return new Throttled<>(notBefore);
    }
    Duration left = Duration.between(waiting.now(), until);
    return left.toMillis() <= 0
        ? new Unanswered<>("there was no time left to ask")
        : switch (exchange.get(url.at(path), token, left)) {
          case Received received -> new Ok<>(ProbeResult.by(received));
          case Lost(String reason, boolean _) -> new Unanswered<>(reason);
        };
  }

  private <T> Attempt<T> attempt(ApiRequest<T> question, Instant until) {
    Duration left = Duration.between(waiting.now(), until);
    if (left.toMillis() <= 0) {
      return new Settled<>(new Unanswered<>("there was no time left to ask"));
    }
    Duration notBefore = budget.get();
    return notBefore.isPositive()
        ? new Busy<>(Optional.of(notBefore))
        : ReplyClassifier.of(
            question, exchange.get(url.at(question.path()), token, left), waiting.now());
  }
}
