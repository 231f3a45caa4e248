package io.schemamemory.operator.doctor;

import io.schemamemory.health.CheckDeadline;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.health.HealthReport;
import io.schemamemory.health.PlanetScaleCheck;
import io.schemamemory.health.WebhookUrl;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
import io.schemamemory.planetscale.api.PlanetScaleSettings;
import io.schemamemory.planetscale.api.http.RequestLimits;
import io.schemamemory.settings.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bin/doctor`: prints a line for each check, `ok`, `fail` or `skipped`; exits with 1 if any
/// fails.
@Command(
    name = "bin/doctor",
    mixinStandardHelpOptions = true,
    description =
        "Checks an installation, says what is wrong and what to do about it; changes nothing.")
public final class DoctorCommand implements Callable<Integer> {
  /// A person is waiting for it.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Environment environment;
  private final Backoff backoff;

  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      defaultValue = ".local",
      description = "where bin/bootstrap keeps its files; without it ${DEFAULT-VALUE}")
  private Path directory = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  DoctorCommand(Environment environment, Backoff backoff) {
    this.environment = environment;
    this.backoff = backoff;
  }

  /// Runs the checks; exits with 2 for a wrong command line.
  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new DoctorCommand(Environment.ofProcess(), Backoff.real()))
            .execute(arguments));
  }

  @Override
  public Integer call() {
    HealthReport report = new HealthReport();
    Optional<PlanetScaleSettings> planetScale =
        report.read(PlanetScaleSettings.ORGANIZATION, () -> PlanetScaleSettings.of(environment));
    Optional<DatabaseProbe> probe =
        new DatabaseCheck(report, environment, directory)
            .check(planetScale.map(one -> Set.of(one.organization())).orElse(Set.of()));
    probe.ifPresent(one -> report.check("keyset", new KeysetCheck(environment, one)::check));
    if (planetScale.isPresent()) {
      checkPlanetScale(report, planetScale.get(), probe);
    } else {
      report.check(
          "planetscale", () -> new Skipped("set " + PlanetScaleSettings.ALL + " to check it"));
    }
    report.lines().forEach(spec.commandLine().getOut()::println);
    return report.isHealthy() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void checkPlanetScale(
      HealthReport report, PlanetScaleSettings settings, Optional<DatabaseProbe> probe) {
    Supplier<Duration> budget =
        probe.map(one -> one.budget(settings.organization())).orElse(() -> Duration.ZERO);
    Optional<WebhookUrl> ourUrl =
        report.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    CheckDeadline deadline =
        new CheckDeadline(backoff.clock(), backoff.clock().instant().plus(LONGEST));
    try (PlanetScaleClient client =
        new PlanetScaleClient(settings.apiUrl(), RequestLimits.USUAL, backoff)) {
      SortedMap<String, OrganizationApi> organizations = new TreeMap<>();
      organizations.put(
          settings.organization(),
          client.organization(settings.organization(), settings.token(), budget));
      new PlanetScaleCheck(report, deadline, settings.apiUrl(), ourUrl).check(organizations);
    }
  }
}
