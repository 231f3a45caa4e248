package io.schemamemory.operator.doctor;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.health.ConnectionCheck;
import io.schemamemory.health.ConnectionCheck.Way;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.DatabaseProbe.Rights;
import io.schemamemory.health.Finding;
import io.schemamemory.health.Finding.Mend;
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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks at the database from the administrator's side.
final class DatabaseCheck {
  private static final String DIRECT = "DATABASE_DIRECT_URL";
  private static final String POOLED = "DATABASE_POOLED_URL";
  private static final String CONFIRMED = "DATABASE_DIRECT_CONFIRMED";

  /// More would hide that the first must be mended first.
  private static final int DIFFERENCES_TOLD = 3;

  private final HealthReport diagnosis;
  private final Environment environment;
  private final Path directory;

  /// @param directory where the bootstrap keeps its files
  DatabaseCheck(HealthReport diagnosis, Environment environment, Path directory) {
    this.diagnosis = diagnosis;
    this.environment = environment;
    this.directory = directory;
  }

  /// Looks; gives the way to ask the database more, if it can be asked.
  Optional<DatabaseProbe> examine(Collection<String> organizations) {
    Optional<DatabaseUrl> direct = url(DIRECT);
    Optional<DatabaseUrl> pooled = url(POOLED);
    diagnosis.look(
        "direct connection", () -> direct.map(this::direct).orElseGet(() -> unset(DIRECT)));
    diagnosis.look(
        "pooled connection",
        () ->
            pooled
                .map(url -> new ConnectionCheck(url, Way.POOLED, POOLED).look())
                .orElseGet(() -> unset(POOLED)));
    if (direct.isEmpty()) {
      diagnosis.look("roles, logins, schema and what is in it", () -> unset(DIRECT));
      return Optional.empty();
    }
    roles(direct.get());
    logins(direct.get());
    diagnosis.look("schema version", () -> version(direct.get()));
    DatabaseProbe asking = new DatabaseProbe(direct.get(), Rights.OWNER);
    MemoryCheck memory = new MemoryCheck(diagnosis, asking);
    memory.examine(organizations);
    memory.examineAsOwner();
    return Optional.of(asking);
  }

  private Optional<DatabaseUrl> url(String variable) {
    return environment.isSet(variable)
        ? diagnosis.read(variable, () -> Optional.of(DatabaseSetting.of(environment, variable)))
        : Optional.empty();
  }

  private Finding unset(String variable) {
    return new Skipped(
        environment.isSet(variable)
            ? "mend " + variable + " to check it"
            : "set " + variable + " to check it");
  }

  private Finding direct(DatabaseUrl url) {
    boolean confirmed =
        diagnosis
            .read(
                CONFIRMED,
                () ->
                    Optional.of(
                        environment.optional(
                            CONFIRMED, Environment.FLAG, Environment::flag, false)))
            .orElse(false);
    return new ConnectionCheck(url, confirmed ? Way.CONFIRMED : Way.DIRECT, DIRECT).look();
  }

  private void roles(DatabaseUrl direct) {
    Roles roles = new Roles(direct);
    diagnosis.look("groups", () -> groups(roles));
    for (Login login : Login.values()) {
      diagnosis.look("roles of " + login.key(), () -> roles(roles, login));
    }
  }

  private static Finding groups(Roles roles) throws SQLException {
    List<String> missing = roles.missingGroups();
    return missing.isEmpty()
        ? new Ok("all are there")
        : new Mend("there is no " + String.join(", ", missing) + ": run bin/bootstrap");
  }

  private static Finding roles(Roles roles, Login login) throws SQLException {
    List<String> wrong = roles.wrong(login);
    return wrong.isEmpty()
        ? new Ok("in their group, with their settings")
        : new Mend(String.join(", ", wrong) + ": run bin/bootstrap");
  }

  private void logins(DatabaseUrl direct) {
    Path kept = Credentials.directory(directory, direct);
    for (Login login : Login.values()) {
      diagnosis.look("login " + login.key(), () -> login(kept, login));
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
                  login.isPooled() ? Way.POOLED : Way.CONFIRMED,
                  file)
              .look();
    } catch (BootstrapException | UncheckedIOException unreadable) {
      return new Mend(String.valueOf(unreadable.getMessage()));
    }
  }

  private static Finding version(DatabaseUrl direct) {
    List<String> differences =
        Difference.of(Migrations.over(direct.reveal())).stream().map(Difference::sentence).toList();
    int more = differences.size() - DIFFERENCES_TOLD;
    return differences.isEmpty()
        ? new Ok("it is this release's")
        : new Mend(
            String.join(", ", differences.stream().limit(DIFFERENCES_TOLD).toList())
                + (more > 0 ? " and " + more + " more" : "")
                + ": invoke migrate-schema of this release, or take the release the database is of");
  }
}
