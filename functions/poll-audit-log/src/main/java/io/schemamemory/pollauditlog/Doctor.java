package io.schemamemory.pollauditlog;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.health.CheckDeadline;
import io.schemamemory.health.ConnectionCheck;
import io.schemamemory.health.ConnectionCheck.Way;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.DatabaseProbe.Rights;
import io.schemamemory.health.HealthReport;
import io.schemamemory.health.MemoryCheck;
import io.schemamemory.health.PlanetScaleCheck;
import io.schemamemory.health.WebhookUrl;
import io.schemamemory.job.Deadline;
import io.schemamemory.organizations.OrganizationSettings;
import io.schemamemory.organizations.Organizations;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;

/// Checks all that this function can reach, with its own login and tokens; all it changes is the
/// request budgets.
@Singleton
class Doctor {
  private final OrganizationSettings settings;
  private final Organizations organizations;
  private final Clock clock;

  Doctor(OrganizationSettings settings, Organizations organizations, Clock clock) {
    this.settings = settings;
    this.organizations = organizations;
    this.clock = clock;
  }

  DoctorAnswer examine(Deadline deadline) {
    Environment environment = Environment.ofProcess();
    DatabaseUrl database = DatabaseSetting.of(environment);
    DatabaseProbe asking = new DatabaseProbe(database, Rights.OWN);
    HealthReport diagnosis = new HealthReport();
    diagnosis.look(
        "pooled connection", new ConnectionCheck(database, Way.POOLED, "DATABASE_URL")::look);
    SortedMap<String, OrganizationApi> apis = organizations.all(asking::budget);
    new MemoryCheck(diagnosis, asking).examine(apis.keySet());
    Optional<WebhookUrl> ours =
        diagnosis.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    CheckDeadline patience = new CheckDeadline(clock, clock.instant().plus(deadline.left()));
    new PlanetScaleCheck(diagnosis, patience, settings.apiUrl(), ours).examine(apis);
    return new DoctorAnswer(diagnosis.isHealthy(), diagnosis.lines());
  }
}
