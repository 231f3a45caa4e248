package io.schemamemory.pollauditlog;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.health.CheckDeadline;
import io.schemamemory.health.ConnectionCheck;
import io.schemamemory.health.ConnectionCheck.Route;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.DatabaseProbe.Rights;
import io.schemamemory.health.Finding;
import io.schemamemory.health.Finding.Fail;
import io.schemamemory.health.Finding.Ok;
import io.schemamemory.health.HealthReport;
import io.schemamemory.health.MemoryCheck;
import io.schemamemory.health.PlanetScaleCheck;
import io.schemamemory.health.WebhookUrl;
import io.schemamemory.job.Deadline;
import io.schemamemory.job.database.CurrentLogin;
import io.schemamemory.organizations.OrganizationTokens;
import io.schemamemory.organizations.Organizations;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.pollauditlog.keyset.KeysetGuard;
import io.schemamemory.sealing.KeysetCanary.Verdict.Belongs;
import io.schemamemory.sealing.KeysetCanary.Verdict.Foreign;
import io.schemamemory.sealing.keys.SealingException;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Checks all that this function can reach, with its own login and tokens; all it changes is the
/// request budgets.
@Singleton
class Doctor {
  private final OrganizationTokens tokens;
  private final Organizations organizations;
  private final KeysetGuard keyset;
  private final CurrentLogin login;
  private final Clock clock;

  Doctor(
      OrganizationTokens tokens,
      Organizations organizations,
      KeysetGuard keyset,
      CurrentLogin login,
      Clock clock) {
    this.login = login;
    this.tokens = tokens;
    this.organizations = organizations;
    this.keyset = keyset;
    this.clock = clock;
  }

  /// @param missing what to do where something is not stored yet
  DoctorAnswer check(List<String> missing, Deadline deadline) {
    Environment environment = Environment.ofProcess();
    DatabaseUrl database = login.recentUrl();
    DatabaseProbe probe = new DatabaseProbe(database, Rights.OWN);
    HealthReport report = new HealthReport();
    report.check(
        "pooled connection", new ConnectionCheck(database, Route.POOLED, login.setting())::check);
    missing.forEach(whatToDo -> report.check("connected", () -> new Fail(whatToDo)));
    report.check("keyset", () -> keyset(probe));
    SortedMap<String, OrganizationApi> apis = organizations.all(probe::budget);
    new MemoryCheck(report, probe).check(apis.keySet());
    Optional<WebhookUrl> ourUrl =
        report.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    CheckDeadline checks = new CheckDeadline(clock, clock.instant().plus(deadline.left()));
    new PlanetScaleCheck(report, checks, tokens.current().apiUrl(), ourUrl).check(apis);
    return new DoctorAnswer(report.isHealthy(), report.lines());
  }

  private Finding keyset(DatabaseProbe probe) throws SQLException {
    try {
      return switch (probe.run(keyset::check)) {
        case Belongs _ -> new Ok("it is this database's");
        case Foreign(String whatToDo) -> new Fail(whatToDo);
      };
    } catch (SealingException refused) {
      return new Fail(String.valueOf(refused.getMessage()));
    }
  }
}
