package io.schemamemory.migrations;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.output.ValidateOutput;

/// A migration that differs between the database and this release.
///
/// @param newer whether the database has it from a newer release
public record Difference(ValidateOutput output, boolean newer) {
  private static final Set<MigrationState> FUTURE =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  /// Every difference between this release and Flyway's database, also what is newer.
  public static List<Difference> all(Flyway flyway) {
    return of(ignoring(flyway));
  }

  /// What migrating would refuse: not what is pending, nor what a newer release has applied.
  public static List<Difference> refused(Flyway flyway) {
    return of(ignoring(flyway, "*:pending", "*:future")).stream()
        .filter(difference -> !difference.isUnfinished())
        .toList();
  }

  private static Flyway ignoring(Flyway flyway, String... patterns) {
    return Flyway.configure()
        .configuration(flyway.getConfiguration())
        .ignoreMigrationPatterns(patterns)
        .load();
  }

  private static List<Difference> of(Flyway flyway) {
    Set<String> newer =
        Arrays.stream(flyway.info().all())
            .filter(info -> FUTURE.contains(info.getState()))
            .map(info -> String.valueOf(info.getVersion()))
            .collect(Collectors.toSet());
    return flyway.validateWithResult().invalidMigrations.stream()
        .map(output -> new Difference(output, newer.contains(output.version)))
        .toList();
  }

  /// Whether migrating again fixes it.
  boolean isUnfinished() {
    return output.errorDetails.errorCode == CoreErrorCode.FAILED_VERSIONED_MIGRATION;
  }

  /// Says what is different.
  public String sentence() {
    String name = "V" + output.version + " " + output.description;
    return switch (output.errorDetails.errorCode) {
      case CoreErrorCode.CHECKSUM_MISMATCH -> name + " was changed after it was applied";
      case CoreErrorCode.DESCRIPTION_MISMATCH -> name + " was renamed after it was applied";
      case CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED -> name + " is not applied";
      case CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED ->
          name
              + " was applied and is not in this release"
              + (newer ? ": a newer one migrated this database" : "");
      case CoreErrorCode.FAILED_VERSIONED_MIGRATION -> name + " stopped halfway: migrate again";
      default -> output.errorDetails.errorMessage;
    };
  }
}
