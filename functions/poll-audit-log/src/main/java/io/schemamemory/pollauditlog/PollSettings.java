package io.schemamemory.pollauditlog;

import io.schemamemory.job.Metrics;
import io.schemamemory.organizations.OrganizationTokens;
import io.schemamemory.settings.Environment;

/// The poller's environment variables, besides those of the database and the keys.
final class PollSettings {
  private PollSettings() {}

  /// Stops the start if one is missing or malformed.
  static void check(Environment environment) {
    OrganizationTokens.check(environment);
    Metrics.of(environment);
  }
}
