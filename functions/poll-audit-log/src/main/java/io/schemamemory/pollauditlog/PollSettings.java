package io.schemamemory.pollauditlog;

import io.schemamemory.job.Metrics;
import io.schemamemory.organizations.OrganizationSettings;
import io.schemamemory.settings.Environment;
import java.util.Optional;

/// The poller's environment variables, besides those of the database and the keys.
final class PollSettings {
  private static final String DIMENSION = "Organization";

  private PollSettings() {}

  /// Stops the start if one is missing or malformed.
  static void check(Environment environment) {
    OrganizationSettings.of(environment);
    metrics(environment);
  }

  /// Where metrics go; without a namespace none are written.
  static Optional<Metrics> metrics(Environment environment) {
    return environment.optional(
        Metrics.VARIABLE,
        Metrics.FORM,
        namespace -> Optional.of(new Metrics(namespace, DIMENSION)),
        Optional.empty());
  }
}
