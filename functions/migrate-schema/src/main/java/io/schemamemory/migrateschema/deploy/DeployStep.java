package io.schemamemory.migrateschema.deploy;

import org.flywaydb.core.api.MigrationVersion;

/// What a deploy asks of the schema.
public sealed interface DeployStep {
  /// Apply what this release adds.
  record Migrate() implements DeployStep {}

  /// Leave it as it is.
  ///
  /// @param reason a sentence
  record Keep(String reason) implements DeployStep {}

  /// Decides about an update by the newest migrations of the two releases, such as `V013`.
  ///
  /// When an upgrade failed, CloudFormation asks for the former release again, of its code or of
  /// the newer one, and with the database that may be what failed. A failure then would leave the
  /// stack stuck, and there is nothing to do: a release runs with a newer schema.
  static DeployStep update(String before, String after) {
    return isOlder(after, before)
        ? new Keep(
            "the stack goes back from %s to %s; the schema stays as the newer release made it"
                .formatted(before, after))
        : new Migrate();
  }

  private static boolean isOlder(String one, String other) {
    return isNumbered(one) && isNumbered(other) && version(one).compareTo(version(other)) < 0;
  }

  private static boolean isNumbered(String name) {
    return name.matches("V\\d{1,9}");
  }

  private static MigrationVersion version(String name) {
    return MigrationVersion.fromVersion(name.substring(1));
  }
}
