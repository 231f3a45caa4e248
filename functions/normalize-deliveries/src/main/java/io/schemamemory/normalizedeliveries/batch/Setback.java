package io.schemamemory.normalizedeliveries.batch;

import io.schemamemory.data.connection.SqlState;
import io.schemamemory.data.inbox.Claim;
import java.time.Duration;
import java.util.List;

/// What to do with claimed deliveries that could not be written.
///
/// An attempt is used up by what a delivery does to its reader. What the database refuses for its
/// own reasons is tried again for as long as it lasts.
sealed interface Setback {
  /// Give the claims back, and their attempts.
  ///
  /// @param pause until each may be claimed again, as many times as it was refused
  record TryAgain(Duration pause) implements Setback {}

  /// Leave the attempt used up; the claim lapses.
  record AttemptUsed() implements Setback {}

  /// Quarantine the only delivery of the batch: this was its last attempt.
  record GiveUp(String reason) implements Setback {}

  /// What is refused alone is what a lock or a missing right is about: others come first.
  Duration ALONE = Duration.ofSeconds(30);

  static Setback of(List<Claim> claims, RuntimeException cause) {
    if (claims.size() > 1 || SqlState.meansAway(cause)) {
      // Nobody knows which one it was, or it was none: smaller batches will tell.
      return new TryAgain(Duration.ZERO);
    }
    if (SqlState.isDatabaseFailure(cause) && !SqlState.blamesValues(cause)) {
      return new TryAgain(ALONE);
    }
    return claims.getFirst().attempts() < DeliveryReader.MOST_ATTEMPTS
        ? new AttemptUsed()
        : new GiveUp(reason(cause));
  }

  private static String reason(RuntimeException cause) {
    String code = SqlState.of(cause);
    return "writing it failed in %d attempts with %s"
        .formatted(
            DeliveryReader.MOST_ATTEMPTS,
            code.isEmpty() ? cause.getClass().getSimpleName() : "SQLSTATE " + code);
  }
}
