package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.ApiResult.LeadsBack;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Throttled;
import io.schemamemory.planetscale.api.ApiResult.TooLong;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.Attempt.Busy;
import io.schemamemory.planetscale.api.Attempt.Failed;
import io.schemamemory.planetscale.api.Attempt.LedBack;
import io.schemamemory.planetscale.api.Attempt.OutOfTime;
import io.schemamemory.planetscale.api.Attempt.Settled;
import io.schemamemory.planetscale.api.http.Exchange;
import io.schemamemory.planetscale.api.http.Reply;
import io.schemamemory.planetscale.api.http.Reply.Lost;
import io.schemamemory.planetscale.api.http.Reply.Received;
import io.schemamemory.planetscale.api.http.Reply.Retry;
import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Sends a request until it is settled, the tries are used up, or the time is.
record RetryingClient(
    ApiUrl url, Exchange exchange, ServiceToken token, Supplier<Duration> budget, Backoff backoff) {
  /// With the waits between them half a minute: what lasts longer is for the caller's next run.
  private static final int TRIES = 6;

  private static final String NO_TIME = "there was no time left for a request";

  <T> ApiResult<T> send(ApiRequest<T> request, Instant until) {
    Optional<String> failed = Optional.empty();
    for (int tries = 1; ; tries++) {
      Duration wait = backoff.after(tries);
      ApiResult<T> last;
      ApiResult<T> cut;
      switch (attempt(request, until)) {
        case Settled<T>(ApiResult<T> result) -> {
          return result;
        }
        case OutOfTime<T>(String reason, boolean wasSent) -> {
          return new ApiResult.OutOfTime<>(reason, wasSent, failed);
        }
        case Busy<T>(Optional<Duration> retryAfter) -> {
          wait = retryAfter.map(backoff::atLeast).orElse(wait);
          last = new Throttled<>(wait);
          // Says itself that the wait was too long.
          cut = last;
        }
        case Failed<T>(String reason, Optional<Raw> unreadable) -> {
          failed = Optional.of(reason);
          last = new Unanswered<>(reason, unreadable);
          cut = noMoreTries(failed);
        }
        case LedBack<T>(String reason) -> {
          failed = Optional.of(reason);
          last = new LeadsBack<>(reason);
          cut = noMoreTries(failed);
        }
      }
      if (tries == TRIES) {
        return last;
      }
      if (!backoff.pass(wait, until)) {
        return Thread.currentThread().isInterrupted() ? last : cut;
      }
    }
  }

  private static <T> ApiResult<T> noMoreTries(Optional<String> failed) {
    return new ApiResult.OutOfTime<>("there was no time left to try again", false, failed);
  }

  /// Sends once, and takes any reply.
  ApiResult<ProbeResult> probe(String path, Instant until) {
    Duration notBefore = budget.get();
    if (notBefore.isPositive()) {
      return new Throttled<>(notBefore);
    }
    Duration left = Duration.between(backoff.now(), until);
    return left.toMillis() <= 0
        ? new ApiResult.OutOfTime<>(NO_TIME, false, Optional.empty())
        : switch (exchange.send(ApiCall.get(path).to(url, token), left)) {
          case Received received -> new Ok<>(ProbeResult.of(received));
          case Lost(String reason, Retry _) -> new Unanswered<>(reason);
          case Reply.OutOfTime(Duration given) ->
              new ApiResult.OutOfTime<>(ReplyWords.noReply(given), true, Optional.empty());
          case Reply.TooLong(String reason, Raw beginning) -> new TooLong<>(reason, beginning);
        };
  }

  private <T> Attempt<T> attempt(ApiRequest<T> request, Instant until) {
    Duration left = Duration.between(backoff.now(), until);
    if (left.toMillis() <= 0) {
      return new OutOfTime<>(NO_TIME, false);
    }
    Duration notBefore = budget.get();
    return notBefore.isPositive()
        ? new Busy<>(Optional.of(notBefore))
        : ReplyClassifier.of(
            request, exchange.send(request.call().to(url, token), left), backoff.now());
  }
}
