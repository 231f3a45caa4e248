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
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.pollauditlog.answer.DoctorAnswer;
import io.schemamemory.settings.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Looks at all that this function can reach, with its own login and tokens; takes nothing but
/// requests out of the budgets.
@Singleton
class Doctor {
  private final PollSettings settings;
  private final PlanetScaleClient planetScale;
  private final Clock clock;

  Doctor(PollSettings settings, PlanetScaleClient planetScale, Clock clock) {
    this.settings = settings;
    this.planetScale = planetScale;
    this.clock = clock;
  }

  DoctorAnswer examine(Deadline deadline) {
    Environment environment = Environment.ofProcess();
    DatabaseUrl database = DatabaseSetting.of(environment);
    DatabaseProbe asking = new DatabaseProbe(database, Rights.OWN);
    HealthReport diagnosis = new HealthReport();
    diagnosis.look(
        "pooled connection", new ConnectionCheck(database, Way.POOLED, "DATABASE_URL")::look);
    SortedMap<String, OrganizationApi> organizations = organizations(asking);
    new MemoryCheck(diagnosis, asking).examine(organizations.keySet());
    Optional<WebhookUrl> ours =
        diagnosis.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    CheckDeadline patience = new CheckDeadline(clock, clock.instant().plus(deadline.left()));
    new PlanetScaleCheck(diagnosis, patience, settings.apiUrl(), ours).examine(organizations);
    return new DoctorAnswer(diagnosis.isHealthy(), diagnosis.lines());
  }

  private SortedMap<String, OrganizationApi> organizations(DatabaseProbe asking) {
    SortedMap<String, OrganizationApi> organizations = new TreeMap<>();
    settings
        .tokens()
        .forEach(
            (name, token) ->
                organizations.put(
                    name, planetScale.organization(name, token, asking.budget(name))));
    return organizations;
  }
}
