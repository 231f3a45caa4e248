package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.TooLong;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.Attempt.Busy;
import io.schemamemory.planetscale.api.Attempt.Failed;
import io.schemamemory.planetscale.api.Attempt.LedBack;
import io.schemamemory.planetscale.api.Attempt.OutOfTime;
import io.schemamemory.planetscale.api.Attempt.Settled;
import io.schemamemory.planetscale.api.PagedLists.LeadsBackException;
import io.schemamemory.planetscale.api.http.Reply;
import io.schemamemory.planetscale.api.http.Reply.Lost;
import io.schemamemory.planetscale.api.http.Reply.Received;
import io.schemamemory.planetscale.api.http.Reply.Retry;
import io.schemamemory.planetscale.api.http.RetryAfter;
import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Decides what a reply means, and whether to send the request again.
final class ReplyClassifier {
  private ReplyClassifier() {}

  static <T> Attempt<T> of(ApiRequest<T> request, Reply reply, Instant now) {
    return switch (reply) {
      case Received received -> of(request, received, now);
      case Lost(String reason, Retry retry) ->
          switch (retry) {
            case SAFE -> new Failed<>(reason, Optional.empty());
            case IF_IDEMPOTENT -> unfinished(request, reason, Optional.empty());
            case USELESS -> new Settled<>(new Unanswered<>(reason));
          };
      case Reply.OutOfTime(Duration given) -> new OutOfTime<>(ReplyWords.noReply(given), true);
      case Reply.TooLong(String reason, Raw beginning) ->
          new Settled<>(new TooLong<>(reason, beginning));
    };
  }

  private static <T> Attempt<T> of(ApiRequest<T> request, Received received, Instant now) {
    int status = received.status();
    Optional<Duration> retryAfter = received.retryAfter().flatMap(it -> RetryAfter.parse(it, now));
    if (status >= 200 && status < 300) {
      return decoded(request, received);
    }
    // 429 says that the request was counted and not processed: safe for every method.
    if (status == 429) {
      return new Busy<>(retryAfter);
    }
    if (status >= 500 && retryAfter.isPresent() && request.call().isIdempotent()) {
      return new Busy<>(retryAfter);
    }
    if (status >= 500 || status == 408) {
      return unfinished(
          request, "PlanetScale answered " + ReplyWords.described(received), Optional.empty());
    }
    return new Settled<>(ReplyWords.refused(request, received));
  }

  private static <T> Attempt<T> decoded(ApiRequest<T> request, Received received) {
    try {
      return new Settled<>(new Ok<>(request.decoder().decode(received.body())));
    } catch (LeadsBackException circular) {
      return new LedBack<>(unusable(received, circular));
    } catch (UnreadableException unreadable) {
      return unfinished(request, unusable(received, unreadable), Optional.of(received.body()));
    }
  }

  private static String unusable(Received received, UnreadableException why) {
    return "PlanetScale answered " + ReplyWords.described(received) + ", but " + why.reason();
  }

  /// PlanetScale may have processed the request.
  private static <T> Attempt<T> unfinished(
      ApiRequest<T> request, String reason, Optional<Raw> unreadable) {
    return request.call().isIdempotent()
        ? new Failed<>(reason, unreadable)
        : new Settled<>(new Unanswered<>(reason));
  }
}
