package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.ApiResult.Ok;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.ApiResult.Unanswered;
import io.schemamemory.planetscale.api.Attempt.Busy;
import io.schemamemory.planetscale.api.Attempt.Failed;
import io.schemamemory.planetscale.api.Attempt.Settled;
import io.schemamemory.planetscale.api.Reply.Lost;
import io.schemamemory.planetscale.api.Reply.Received;
import io.schemamemory.planetscale.api.resource.ListBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides what a reply means.
final class ReplyClassifier {
  /// What may be repeated of an answer: words known beforehand, and none a server could choose.
  private static final Set<String> WORDS =
      Set.of(
          "not_found",
          "unauthorized",
          "forbidden",
          "bad_request",
          "invalid_params",
          "conflict",
          "unprocessable",
          "unprocessable_entity",
          "too_many_requests",
          "internal_server_error",
          "service_unavailable",
          "application/json",
          "text/html",
          "text/plain");

  private ReplyClassifier() {}

  static <T> Attempt<T> of(ApiRequest<T> question, Reply reply, Instant now) {
    return switch (reply) {
      case Received received -> of(question, received, now);
      case Lost(String reason, boolean again) ->
          again ? new Failed<>(reason) : new Settled<>(new Unanswered<>(reason));
    };
  }

  private static <T> Attempt<T> of(ApiRequest<T> question, Received received, Instant now) {
    int status = received.status();
    Optional<Duration> told = received.retryAfter().flatMap(it -> RetryAfter.parse(it, now));
    if (status >= 200 && status < 300) {
      return decoded(question, received);
    }
    if (status == 429 || (status >= 500 && told.isPresent())) {
      return new Busy<>(told);
    }
    if (status >= 500 || status == 408) {
      return new Failed<>("PlanetScale answered " + described(received));
    }
    return new Settled<>(refused(question, received));
  }

  private static <T> Attempt<T> decoded(ApiRequest<T> question, Received received) {
    try {
      return new Settled<>(new Ok<>(question.decoder().decode(received.body())));
    } catch (UnreadableException unreadable) {
      return new Failed<>(
          "PlanetScale answered " + described(received) + ", but " + unreadable.reason());
    }
  }

  private static <T> Refused<T> refused(ApiRequest<T> question, Received received) {
    String answered = " (" + described(received) + ")";
    return switch (received.status()) {
      case 401 ->
          new Refused<>(
              Refusal.UNKNOWN_TOKEN,
              "PlanetScale does not know the service token"
                  + answered
                  + ": check that it is ID:SECRET and was neither deleted nor expired");
      case 403 ->
          new Refused<>(
              Refusal.FORBIDDEN,
              "the service token may not read %s%s: grant it %s"
                  .formatted(question.what(), answered, question.access().words()));
      case 404 -> new Refused<>(Refusal.NOT_FOUND, missing(question, received, answered));
      default ->
          new Refused<>(
              Refusal.REJECTED,
              "PlanetScale refused to tell "
                  + question.what()
                  + answered
                  + (received.status() < 400
                      ? ": a redirect is not followed, set "
                          + ApiUrl.VARIABLE
                          + " to where it leads"
                      : ""));
    };
  }

  /// PlanetScale answers so what is not there, and what the token may not know to be there.
  private static String missing(ApiRequest<?> question, Received received, String answered) {
    return question.what()
        + " was not found"
        + answered
        + (code(received).isEmpty()
            ? ": the answer is none of PlanetScale's API, check " + ApiUrl.VARIABLE
            : ": check the name, and that the service token has "
                + question.access().words()
                + " for a missing access looks the same");
  }

  private static String described(Received received) {
    return Stream.of(code(received), received.contentType())
        .flatMap(Optional::stream)
        .filter(WORDS::contains)
        .findFirst()
        .map(word -> received.status() + " " + word)
        .orElse(String.valueOf(received.status()));
  }

  /// PlanetScale's word for an error, which its answers have and a proxy's have not.
  private static Optional<String> code(Received received) {
    try {
      return Optional.ofNullable(ListBody.member(received.body(), "code"));
    } catch (UnreadableException noError) {
      return Optional.empty();
    }
  }
}
