package io.schemamemory.planetscale.api;

import io.schemamemory.planetscale.api.resource.Raw;
import java.time.Duration;
import java.util.Optional;

/// What came of a request to PlanetScale.
public sealed interface ApiResult<T> {
  /// PlanetScale did it.
  record Ok<T>(T value) implements ApiResult<T> {}

  /// PlanetScale refuses, and will each time until a person acts.
  ///
  /// @param whatToDo for that person; says which access to grant
  record Refused<T>(Refusal refusal, String whatToDo) implements ApiResult<T> {}

  /// Too many requests; nothing is wrong.
  ///
  /// @param retryAfter how long to wait before the next
  record Throttled<T>(Duration retryAfter) implements ApiResult<T> {}

  /// No usable reply; a later request may get one. A change may have been made all the same: look
  /// before making it again.
  ///
  /// @param reason what happened; repeats nothing of a body
  /// @param unreadable the reply, if there was one and it could not be read
  record Unanswered<T>(String reason, Optional<Raw> unreadable) implements ApiResult<T> {
    public Unanswered(String reason) {
      this(reason, Optional.empty());
    }
  }

  /// The caller's own time was up first; nothing is wrong with PlanetScale for that. A change may
  /// have been made all the same.
  ///
  /// @param reason what there was no time for
  /// @param wasSent whether a reply was being waited for
  /// @param failedBefore what PlanetScale did wrong in earlier tries of this request, if anything
  record OutOfTime<T>(String reason, boolean wasSent, Optional<String> failedBefore)
      implements ApiResult<T> {}

  /// The reply is longer than one may be: one with fewer items may not be.
  ///
  /// @param beginning as much of the reply as was read
  record TooLong<T>(String reason, Raw beginning) implements ApiResult<T> {}

  /// A page that leads back to one that was given before, or on without saying where: nothing
  /// follows it.
  record LeadsBack<T>(String reason) implements ApiResult<T> {}

  /// What is left to say of a change that PlanetScale confirms without a body.
  enum Done {
    DONE
  }

  /// Why PlanetScale refuses.
  enum Refusal {
    /// 401: PlanetScale does not know the token, or no longer.
    UNKNOWN_TOKEN,
    /// 403: the token lacks an access.
    FORBIDDEN,
    /// 404: it does not exist, or the token may not see that it does. A DELETE that is sent again
    /// after a lost reply ends so too.
    NOT_FOUND,
    /// Anything else PlanetScale finds wrong with the request.
    REJECTED
  }
}
