package io.schemamemory.operator.doctor;

import io.schemamemory.health.CheckDeadline;
import io.schemamemory.health.DatabaseProbe;
import io.schemamemory.health.Finding.Skipped;
import io.schemamemory.health.HealthReport;
import io.schemamemory.health.PlanetScaleCheck;
import io.schemamemory.health.PlanetScaleSettings;
import io.schemamemory.health.WebhookUrl;
import io.schemamemory.planetscale.api.Backoff;
import io.schemamemory.planetscale.api.OrganizationApi;
import io.schemamemory.planetscale.api.PlanetScaleClient;
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

/// `bin/doctor`: a line for each check, `ok` or what to do; exits with 1 if something is to be
/// mended.
@Command(
    name = "bin/doctor",
    mixinStandardHelpOptions = true,
    description =
        "Says what is wrong with an installation, and what to do about it; changes nothing.")
public final class DoctorCommand implements Callable<Integer> {
  /// Who waits for it has a minute or two.
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Environment environment;
  private final Backoff waiting;

  @Option(
      names = "--directory",
      paramLabel = "DIRECTORY",
      defaultValue = ".local",
      description = "where bin/bootstrap keeps its files; without it ${DEFAULT-VALUE}")
  private Path directory = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  DoctorCommand(Environment environment, Backoff waiting) {
    this.environment = environment;
    this.waiting = waiting;
  }

  /// Looks; exits with 2 when it is not understood.
  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new DoctorCommand(Environment.ofProcess(), Backoff.real()))
            .execute(arguments));
  }

  @Override
  public Integer call() {
    HealthReport diagnosis = new HealthReport();
    Optional<PlanetScaleSettings> planetScale =
        diagnosis.read(PlanetScaleSettings.ORGANIZATION, () -> PlanetScaleSettings.of(environment));
    Optional<DatabaseProbe> asking =
        new DatabaseCheck(diagnosis, environment, directory)
            .examine(planetScale.map(one -> Set.of(one.organization())).orElse(Set.of()));
    if (planetScale.isPresent()) {
      examine(diagnosis, planetScale.get(), asking);
    } else {
      diagnosis.look(
          "planetscale", () -> new Skipped("set " + PlanetScaleSettings.ALL + " to check it"));
    }
    diagnosis.lines().forEach(spec.commandLine().getOut()::println);
    return diagnosis.isHealthy() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private void examine(
      HealthReport diagnosis, PlanetScaleSettings settings, Optional<DatabaseProbe> asking) {
    Supplier<Duration> budget =
        asking.map(one -> one.budget(settings.organization())).orElse(() -> Duration.ZERO);
    Optional<WebhookUrl> ours =
        diagnosis.read(WebhookUrl.VARIABLE, () -> WebhookUrl.of(environment));
    CheckDeadline patience =
        new CheckDeadline(waiting.clock(), waiting.clock().instant().plus(LONGEST));
    try (PlanetScaleClient client =
        new PlanetScaleClient(settings.apiUrl(), RequestLimits.USUAL, waiting)) {
      SortedMap<String, OrganizationApi> organizations = new TreeMap<>();
      organizations.put(
          settings.organization(),
          client.organization(settings.organization(), settings.token(), budget));
      new PlanetScaleCheck(diagnosis, patience, settings.apiUrl(), ours).examine(organizations);
    }
  }
}
