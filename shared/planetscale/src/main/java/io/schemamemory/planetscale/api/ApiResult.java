package io.schemamemory.planetscale.api;

import java.time.Duration;

/// What came of asking PlanetScale.
public sealed interface ApiResult<T> {
  /// PlanetScale answered.
  record Ok<T>(T value) implements ApiResult<T> {}

  /// PlanetScale will not answer, however often it is asked, until somebody acts.
  ///
  /// @param whatToDo for the person who can; tells which access to grant
  record Refused<T>(Refusal refusal, String whatToDo) implements ApiResult<T> {}

  /// Too much was asked; nothing is wrong.
  ///
  /// @param retryAfter how long to wait before asking again
  record Throttled<T>(Duration retryAfter) implements ApiResult<T> {}

  /// No answer came that can be used; a later one may be.
  ///
  /// @param reason tells what happened, and repeats nothing of a body
  record Unanswered<T>(String reason) implements ApiResult<T> {}

  /// Why PlanetScale refuses.
  enum Refusal {
    /// 401: the token is not, or no longer, one of PlanetScale's.
    UNKNOWN_TOKEN,
    /// 403: the token may not.
    FORBIDDEN,
    /// 404: it is not there, or the token may not see that it is.
    NOT_FOUND,
    /// Anything else PlanetScale finds wrong with the request.
    REJECTED
  }
}
