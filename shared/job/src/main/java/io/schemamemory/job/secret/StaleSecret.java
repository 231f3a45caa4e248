package io.schemamemory.job.secret;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.job.Metrics;
import io.schemamemory.settings.Environment;
import java.time.Instant;
import java.util.Map;

/// Says that a copy serves on, since a secret cannot be read again.
public final class StaleSecret {
  /// The template's alarm watches it.
  private static final String METRIC = "SecretsStale";

  private StaleSecret() {}

  /// Logs and counts it.
  ///
  /// @param why without a secret
  public static void report(Instant at, Throwable why) {
    LambdaRuntime.getLogger().log("secrets stale: " + why.getMessage(), LogLevel.WARN);
    Metrics.of(Environment.ofProcess()).ifPresent(to -> to.print(at, Map.of(METRIC, 1L)));
  }
}
