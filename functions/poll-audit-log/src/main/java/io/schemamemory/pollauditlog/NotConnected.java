package io.schemamemory.pollauditlog;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.schemamemory.job.Metrics;
import io.schemamemory.organizations.OrganizationTokens;
import io.schemamemory.pollauditlog.keyset.UnwrappedKeys;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes tokens and keys as they are now, and says what is not stored yet: after a first deploy,
/// nothing is.
@Singleton
class NotConnected {
  /// The template's alarm watches it.
  private static final String METRIC = "AuditLogNotConnected";

  private final OrganizationTokens tokens;
  private final UnwrappedKeys keys;
  private final Clock clock;

  NotConnected(OrganizationTokens tokens, UnwrappedKeys keys, Clock clock) {
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
  }

  /// Reads both.
  ///
  /// @return what to do, where something is not stored yet
  List<String> refresh() {
    return Stream.of(tokens.refresh(), keys.refresh()).flatMap(Optional::stream).toList();
  }

  /// Logs and counts what stands in the way of polling.
  ///
  /// @return whether anything does
  boolean report(List<String> missing, LambdaLogger logger) {
    if (!missing.isEmpty()) {
      logger.log("not connected yet: " + String.join("; ", missing), LogLevel.WARN);
    }
    long number = missing.isEmpty() ? 0 : 1;
    Metrics.of(Environment.ofProcess())
        .ifPresent(to -> to.print(clock.instant(), Map.of(METRIC, number)));
    return number > 0;
  }
}
