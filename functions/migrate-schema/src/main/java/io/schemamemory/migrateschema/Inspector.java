package io.schemamemory.migrateschema;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrations.Difference;
import io.schemamemory.migrations.Migrations;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/// Compares the applied migrations with this release's; changes nothing.
@Singleton
class Inspector {
  /// What a run would apply.
  ///
  /// @throws MigrationException if a run would be refused
  MigrationPlan plan(DatabaseUrl url) {
    try {
      Flyway flyway = Migrations.over(url.reveal());
      refuseWhatMigratingWould(flyway);
      MigrationInfoService known = flyway.info();
      List<MigrationInfo> missing =
          Arrays.stream(known.all()).filter(Inspector::wouldBeApplied).toList();
      String version = version(known.current());
      return new MigrationPlan(
          missing.stream()
              .map(info -> "V" + info.getVersion() + " " + info.getDescription())
              .toList(),
          version,
          missing.isEmpty() ? version : version(missing.getLast()));
    } catch (FlywayException failure) {
      throw MigrationException.explaining(failure);
    }
  }

  Validation validate(DatabaseUrl url) {
    try {
      List<String> differences =
          Difference.all(Migrations.over(url.reveal())).stream().map(Difference::sentence).toList();
      return new Validation(differences.isEmpty(), differences);
    } catch (FlywayException failure) {
      throw MigrationException.explaining(failure);
    }
  }

  Inventory inventory(DatabaseUrl url) {
    try {
      return new Inventory(
          Arrays.stream(Migrations.over(url.reveal()).info().all())
              .map(Inspector::migration)
              .toList());
    } catch (FlywayException failure) {
      throw MigrationException.explaining(failure);
    }
  }

  private static Inventory.Migration migration(MigrationInfo info) {
    return new Inventory.Migration(
        version(info),
        info.getDescription(),
        info.getState().getDisplayName().toLowerCase(Locale.ROOT),
        info.getInstalledOn() == null ? null : info.getInstalledOn().toInstant().toString());
  }

  private static void refuseWhatMigratingWould(Flyway flyway) {
    List<String> refused = Difference.refused(flyway).stream().map(Difference::sentence).toList();
    if (!refused.isEmpty()) {
      throw new MigrationException("migrating would be refused: " + String.join("; ", refused));
    }
  }

  private static boolean wouldBeApplied(MigrationInfo info) {
    return info.getState() == MigrationState.PENDING || info.getState() == MigrationState.FAILED;
  }

  static String version(@Nullable MigrationInfo info) {
    return info == null ? "none" : String.valueOf(info.getVersion());
  }
}
