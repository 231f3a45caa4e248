package io.schemamemory.poll;

import io.schemamemory.checks.Asking;
import io.schemamemory.checks.Asking.Rights;
import io.schemamemory.checks.Diagnosis;
import io.schemamemory.checks.Entrance;
import io.schemamemory.checks.Entrance.Way;
import io.schemamemory.checks.MemoryExamination;
import io.schemamemory.checks.Patience;
import io.schemamemory.checks.PlanetScaleExamination;
import io.schemamemory.checks.WebhookUrl;
import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Deadline;
import io.schemamemory.lambda.Environment;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
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
    Asking asking = new Asking(database, Rights.OWN);
    Diagnosis diagnosis = new Diagnosis();
    diagnosis.look("pooled connection", new Entrance(database, Way.POOLED, "DATABASE_URL")::look);
    SortedMap<String, OrganizationApi> organizations = organizations(asking);
    new MemoryExamination(diagnosis, asking).examine(organizations.keySet());
    Optional<WebhookUrl> ours =
        diagnosis.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    Patience patience = new Patience(clock, clock.instant().plus(deadline.left()));
    new PlanetScaleExamination(diagnosis, patience, settings.apiUrl(), ours).examine(organizations);
    return new DoctorAnswer(diagnosis.isHealthy(), diagnosis.lines());
  }

  private SortedMap<String, OrganizationApi> organizations(Asking asking) {
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
