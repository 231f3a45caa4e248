package io.schemamemory.migrations;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.output.ValidateOutput;

/// A migration that differs between the database and this release.
public record Difference(ValidateOutput output) {
  /// Every difference between this release and Flyway's database.
  public static List<Difference> of(Flyway flyway) {
    return flyway.validateWithResult().invalidMigrations.stream().map(Difference::new).toList();
  }

  /// Whether migrating again fixes it.
  public boolean isUnfinished() {
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
          name + " was applied and is not in this release";
      case CoreErrorCode.FAILED_VERSIONED_MIGRATION -> name + " stopped halfway: migrate again";
      default -> output.errorDetails.errorMessage;
    };
  }
}
