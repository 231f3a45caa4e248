package io.schemamemory.job;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/// The end of an invocation, with time reserved to finish what has begun.
public record Deadline(Context context, Duration reserve) {
  /// Whether there is still time to begin something new.
  public boolean allowsMore() {
    return left().isPositive();
  }

  /// How much time there is to begin something new.
  public Duration left() {
    return Duration.ofMillis(context.getRemainingTimeInMillis()).minus(reserve);
  }
}
