package io.schemamemory.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Owner;
import io.schemamemory.data.connection.Tls;
import io.schemamemory.data.inbox.Sources;
import io.schemamemory.local.runtime.InvocationOutcome;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.SecretValues;
import io.schemamemory.local.template.Template;
import io.schemamemory.roles.Login;
import io.schemamemory.settings.Environment;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A local run: a migrated database and the functions that use it.
public final class LocalRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalDatabase database;
  private final Bundle bundle;
  private final PolledPlanetScale planetScale;

  private LocalRun(LocalDatabase database, Bundle bundle, PolledPlanetScale planetScale) {
    this.planetScale = planetScale;
    this.database = database;
    this.bundle = bundle;
  }

  /// Starts everything for the sample events, and reports nothing.
  ///
  /// @param home the folder for passwords
  /// @param closing gets everything that was started, also if something later fails
  public static LocalRun quietly(Path root, Path home, Closing closing) {
    Environment samples = new Environment(Map.of("PLANETSCALE_WEBHOOK_SECRET", Samples.SECRET));
    Reports nobody = new Reports(_ -> {}, _ -> {});
    return start(LocalSettings.of(samples).onFreePort(), root, home, closing, nobody);
  }

  /// Starts everything and migrates.
  ///
  /// @param home the folder for passwords
  /// @param closing gets everything that was started, also if something later fails
  static LocalRun start(
      LocalSettings settings, Path root, Path home, Closing closing, Reports reports) {
    Consumer<String> out = reports.lines();
    LocalDatabase database = LocalDatabase.open(settings, home, closing, out);
    LocalSealing sealing = LocalSealing.in(database.directory());
    PolledPlanetScale planetScale = PolledPlanetScale.open(settings.planetScale(), closing, out);
    Template template =
        Template.read(
            root.resolve("template.yaml"),
            new SecretValues(Map.of()),
            Map.of(
                "DatabaseDirectConfirmed",
                String.valueOf(settings.directConfirmed()),
                "SealingKey",
                sealing.key(),
                // With it, each process would prime itself before it serves: here no snapshot is
                // shared.
                "SnapStart",
                "None"));
    template = template.with(LocalPlanetScale.URL, planetScale.settings().url());
    if (settings.tls() == Tls.OFF) {
      // The template cannot set it, so that every deployed function uses TLS.
      template = template.with(Tls.VARIABLE, "off");
    }
    template =
        LocalAws.start(closing)
            .store(database.credentials())
            .store(settings.secrets())
            .store(planetScale.settings())
            .store(sealing)
            .tell(template);
    Bundle bundle =
        Bundle.start(template, root, settings.port(), Clock.systemUTC(), reports.events());
    closing.atEnd(bundle::close);
    LocalRun run = new LocalRun(database, bundle, planetScale);
    run.migrate(out);
    run.openSources(settings.secrets());
    return run;
  }

  URI uri() {
    return bundle.uri();
  }

  Optional<URI> queues() {
    return bundle.queues();
  }

  /// What is served, with the environment it runs in.
  public List<Function> functions() {
    return bundle.functions();
  }

  LocalDatabase database() {
    return database;
  }

  /// The stand-in's audit log, if the stand-in is polled.
  Optional<StandInAuditLog> auditLog() {
    return planetScale.log();
  }

  /// A source without a row would be verified but not stored.
  private void openSources(LocalSecrets secrets) {
    DatabaseUrl migrator = database.credentials().url(Login.MIGRATOR).orElseThrow();
    try {
      Owner.inTransaction(
          migrator,
          owner -> {
            for (String source : secrets.sources()) {
              new Sources(owner).ensure(source, "default");
            }
            return "opened";
          });
    } catch (SQLException failure) {
      throw new IllegalStateException("the sources could not be made", failure);
    }
  }

  private void migrate(Consumer<String> out) {
    InvocationOutcome outcome =
        bundle.invoke("MigrateSchema", "{}".getBytes(StandardCharsets.UTF_8));
    switch (outcome) {
      case InvocationOutcome.Answered answered -> {
        JsonNode applied = read(answered.payload().bytes());
        out.accept(
            "schema       version "
                + applied.path("version").asText()
                + ", "
                + applied.path("migrations").size()
                + " migrations applied");
      }
      case InvocationOutcome.Failed failed ->
          throw new IllegalStateException(
              "the schema was not migrated: "
                  + read(failed.error().bytes()).path("errorMessage").asText());
      case InvocationOutcome.TimedOut _, InvocationOutcome.Throttled _ ->
          throw new IllegalStateException("the schema was not migrated: " + outcome.summary());
    }
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException misshapen) {
      throw new UncheckedIOException("MigrateSchema did not answer JSON", misshapen);
    }
  }
}
