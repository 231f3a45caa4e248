package io.schemamemory.operator.doctor;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.health.ConnectionCheck;
import io.schemamemory.health.ConnectionCheck.Route;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.DatabaseProbe.Rights;
import io.schemamemory.health.Finding;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.health.HealthReport;
import io.schemamemory.health.MemoryCheck;
import io.schemamemory.migrations.Difference;
import io.schemamemory.migrations.Migrations;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.Login;
import io.schemamemory.roles.Roles;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.MalformedValueException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks the database as its administrator.
final class DatabaseCheck {
  private static final String DIRECT = "DATABASE_DIRECT_URL";
  private static final String POOLED = "DATABASE_POOLED_URL";
  private static final String CONFIRMED = "DATABASE_DIRECT_CONFIRMED";

  /// Later differences often follow from the first.
  private static final int DIFFERENCES_SHOWN = 3;

  private final HealthReport report;
  private final Environment environment;
  private final Path directory;

  /// @param directory where the bootstrap keeps its files
  DatabaseCheck(HealthReport report, Environment environment, Path directory) {
    this.report = report;
    this.environment = environment;
    this.directory = directory;
  }

  /// Makes the checks.
  ///
  /// @return how to query the database further; empty without a direct URL
  Optional<DatabaseProbe> check(Collection<String> organizations) {
    Optional<DatabaseUrl> direct = url(DIRECT);
    Optional<DatabaseUrl> pooled = url(POOLED);
    report.check(
        "direct connection", () -> direct.map(this::direct).orElseGet(() -> unset(DIRECT)));
    report.check(
        "pooled connection",
        () ->
            pooled
                .map(url -> new ConnectionCheck(url, Route.POOLED, POOLED).check())
                .orElseGet(() -> unset(POOLED)));
    if (direct.isEmpty()) {
      report.check("roles, logins, schema and what is in it", () -> unset(DIRECT));
      return Optional.empty();
    }
    roles(direct.get());
    logins(direct.get());
    new ServerCheck(report, direct.get()).check();
    report.check("schema version", () -> version(direct.get()));
    DatabaseProbe probe = new DatabaseProbe(direct.get(), Rights.OWNER);
    MemoryCheck memory = new MemoryCheck(report, probe);
    memory.check(organizations);
    memory.checkAsOwner();
    return Optional.of(probe);
  }

  private Optional<DatabaseUrl> url(String variable) {
    return environment.isSet(variable)
        ? report.read(variable, () -> Optional.of(DatabaseSetting.of(environment, variable)))
        : Optional.empty();
  }

  private Finding unset(String variable) {
    return new Skipped(
        environment.isSet(variable)
            ? "fix " + variable + " to check it"
            : "set " + variable + " to check it");
  }

  private Finding direct(DatabaseUrl url) {
    boolean confirmed =
        report
            .read(
                CONFIRMED,
                () ->
                    Optional.of(
                        environment.optional(
                            CONFIRMED, Environment.FLAG, Environment::flag, false)))
            .orElse(false);
    return new ConnectionCheck(url, confirmed ? Route.CONFIRMED : Route.DIRECT, DIRECT).check();
  }

  private void roles(DatabaseUrl direct) {
    Roles roles = new Roles(direct);
    report.check("groups", () -> groups(roles));
    for (Login login : Login.values()) {
      report.check("roles of " + login.key(), () -> roles(roles, login));
    }
  }

  private static Finding groups(Roles roles) throws SQLException {
    List<String> missing = roles.missingGroups();
    return missing.isEmpty()
        ? new Ok("all exist")
        : new Fail("missing: " + String.join(", ", missing) + "; run bin/bootstrap");
  }

  private static Finding roles(Roles roles, Login login) throws SQLException {
    List<String> wrong = roles.wrong(login);
    return wrong.isEmpty()
        ? new Ok("in their group, with their settings")
        : new Fail(String.join(", ", wrong) + ": run bin/bootstrap");
  }

  private void logins(DatabaseUrl direct) {
    Path kept = Credentials.directory(directory, direct);
    for (Login login : Login.values()) {
      report.check("login " + login.key(), () -> login(kept, login));
    }
  }

  private Finding login(Path kept, Login login) {
    try {
      Credentials credentials = Credentials.in(kept);
      String file = credentials.file().toString();
      @Nullable String url = credentials.reveal().get(login.key());
      return url == null
          ? new Skipped("bring " + file + " here, which bin/bootstrap wrote, to check it")
          : new ConnectionCheck(
                  DatabaseUrl.parse(url, DatabaseSetting.tls(environment)),
                  login.isPooled() ? Route.POOLED : Route.CONFIRMED,
                  file)
              .check();
    } catch (BootstrapException | UncheckedIOException unreadable) {
      return new Fail(String.valueOf(unreadable.getMessage()));
    } catch (MalformedValueException malformed) {
      return new Fail(
          "its URL in %s is malformed: %s; run bin/bootstrap --rotate for another"
              .formatted(kept.resolve("database.json"), malformed.getMessage()));
    }
  }

  private static Finding version(DatabaseUrl direct) {
    List<String> differences =
        Difference.all(Migrations.over(direct.reveal())).stream()
            .map(Difference::sentence)
            .toList();
    int more = differences.size() - DIFFERENCES_SHOWN;
    return differences.isEmpty()
        ? new Ok("it is that of this release")
        : new Fail(
            String.join(", ", differences.stream().limit(DIFFERENCES_SHOWN).toList())
                + (more > 0 ? " and " + more + " more" : "")
                + ": invoke migrate-schema of this release, or use the release the database was"
                + " migrated with");
  }
}
