package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.UnreadableException;
import io.schemamemory.planetscale.api.ApiResult.Refusal;
import io.schemamemory.planetscale.api.ApiResult.Refused;
import io.schemamemory.planetscale.api.http.Reply.Received;
import io.schemamemory.planetscale.api.resource.ListBody;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Describes a reply to a person, without a word that the server could choose.
final class ReplyWords {
  private static final Set<String> KNOWN =
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

  private ReplyWords() {}

  /// The status, and PlanetScale's word for the error or else the content type.
  static String described(Received received) {
    return Stream.of(code(received), received.contentType())
        .flatMap(Optional::stream)
        .filter(KNOWN::contains)
        .findFirst()
        .map(word -> received.status() + " " + word)
        .orElse(String.valueOf(received.status()));
  }

  /// Why there is no reply, where the time for it was the caller's.
  static String noReply(Duration given) {
    return "no complete reply within " + given.toMillis() + " ms";
  }

  /// What a person can do about a request that was refused.
  static <T> Refused<T> refused(ApiRequest<?> request, Received received) {
    String answered = " (" + described(received) + ")";
    String thing = request.call().verb() + " " + request.what();
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
              "the service token may not %s%s: grant it %s"
                  .formatted(thing, answered, request.access().words()));
      case 404 -> new Refused<>(Refusal.NOT_FOUND, missing(request, received, answered));
      default ->
          new Refused<>(
              Refusal.REJECTED,
              "PlanetScale rejected the request to " + thing + answered + redirect(received));
    };
  }

  private static String redirect(Received received) {
    return received.status() < 400
        ? ": redirects are not followed, set " + ApiUrl.VARIABLE + " to the new address"
        : "";
  }

  /// PlanetScale answers 404 also where the token may not see the thing.
  private static String missing(ApiRequest<?> request, Received received, String answered) {
    return request.what()
        + " was not found"
        + answered
        + (code(received).isEmpty()
            ? ": the reply is not from PlanetScale's API, check " + ApiUrl.VARIABLE
            : ": check the name, and that the service token has "
                + request.access().words()
                + " for a missing access looks the same");
  }

  /// PlanetScale's word for an error, which its replies have and a proxy's have not.
  private static Optional<String> code(Received received) {
    try {
      return Optional.ofNullable(ListBody.member(received.body(), "code"));
    } catch (UnreadableException noError) {
      return Optional.empty();
    }
  }
}
