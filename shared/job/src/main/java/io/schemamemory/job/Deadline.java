package io.schemamemory.job;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/// The end of an invocation, with time kept back to finish what was begun.
public record Deadline(Context context, Duration keptBack) {
  /// Whether there is still time to begin something new.
  public boolean allowsMore() {
    return left().isPositive();
  }

  /// How much of it there is.
  public Duration left() {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(keptBack);
  }
}
