package io.schemamemory.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.data.Tls;
import io.schemamemory.testkit.planetscale.StandInAuditLog;
import io.schemamemory.local.runtime.Outcome;
import io.schemamemory.local.template.Function;
import io.schemamemory.local.template.Secrets;
import io.schemamemory.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A migrated database and the functions over it.
final class LocalRun {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final Bundle bundle;
  private final PolledPlanetScale planetScale;

  private LocalRun(Database database, Bundle bundle, PolledPlanetScale planetScale) {
    this.planetScale = planetScale;
    this.database = database;
    this.bundle = bundle;
  }

  /// Starts everything and migrates.
  ///
  /// @param home where passwords are kept
  /// @param closing gets whatever was started, also when something later fails
  static LocalRun start(
      LocalSettings settings, Path root, Path home, Closing closing, Consumer<String> out) {
    Database database = Database.open(settings, home, closing, out);
    LocalSealing sealing = LocalSealing.in(database.directory());
    PolledPlanetScale planetScale = PolledPlanetScale.open(settings.planetScale(), closing, out);
    Template template =
        Template.read(
            root.resolve("template.yaml"),
            secrets(settings, database, planetScale.settings(), sealing),
            Map.of(
                "DatabaseDirectConfirmed",
                String.valueOf(settings.directConfirmed()),
                "SealingKey",
                sealing.key()));
    template = template.with(LocalPlanetScale.URL, planetScale.settings().url());
    if (settings.tls() == Tls.OFF) {
      // The template cannot say it, so that nothing deployed ever goes without.
      template = template.with(Tls.VARIABLE, "off");
    }
    Bundle bundle = Bundle.start(template, root, settings.port(), Clock.systemUTC(), out);
    closing.atEnd(bundle::close);
    LocalRun run = new LocalRun(database, bundle, planetScale);
    run.migrate(out);
    return run;
  }

  URI uri() {
    return bundle.uri();
  }

  Optional<URI> queues() {
    return bundle.queues();
  }

  List<Function> functions() {
    return bundle.functions();
  }

  Database database() {
    return database;
  }

  /// The stand-in's log, if it is that which is polled.
  Optional<StandInAuditLog> auditLog() {
    return planetScale.log();
  }

  private static Secrets secrets(
      LocalSettings settings,
      Database database,
      LocalPlanetScale planetScale,
      LocalSealing sealing) {
    return new Secrets(
        Map.of(
            "schema-memory/database", database.credentials().reveal(),
            "schema-memory/webhook", Map.of("default", settings.webhookSecret().text()),
            "schema-memory/planetscale", planetScale.secret(),
            "schema-memory/sealing", Map.of("keyset", sealing.keyset())));
  }

  private void migrate(Consumer<String> out) {
    Outcome outcome = bundle.invoke("MigrateSchema", "{}".getBytes(StandardCharsets.UTF_8));
    switch (outcome) {
      case Outcome.Answered answered -> {
        JsonNode applied = read(answered.payload().bytes());
        out.accept(
            "schema       version "
                + applied.path("version").asText()
                + ", "
                + applied.path("migrations").size()
                + " migrations applied");
      }
      case Outcome.Failed failed ->
          throw new IllegalStateException(
              "the schema was not migrated: "
                  + read(failed.error().bytes()).path("errorMessage").asText());
      case Outcome.TimedOut _, Outcome.Throttled _ ->
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
