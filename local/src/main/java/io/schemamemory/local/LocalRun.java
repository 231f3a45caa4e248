package io.schemamemory.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.schemamemory.local.runtime.Outcome;
import io.schemamemory.local.template.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/// A migrated database and the functions over it, until closed.
final class LocalRun implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Database database;
  private final Bundle bundle;

  private LocalRun(Database database, Bundle bundle) {
    this.database = database;
    this.bundle = bundle;
  }

  /// Starts everything and migrates; whatever was started is stopped again when something fails.
  static LocalRun start(LocalSettings settings, Path root, Consumer<String> out) {
    Database database = Database.open(settings, root.resolve(".local"), out);
    try {
      Bundle bundle =
          Bundle.start(
              root.resolve("template.yaml"),
              root,
              secrets(settings, database),
              settings.port(),
              Clock.systemUTC(),
              out);
      LocalRun run = new LocalRun(database, bundle);
      run.migrate(out);
      return run;
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  URI uri() {
    return bundle.uri();
  }

  Database database() {
    return database;
  }

  private static Secrets secrets(LocalSettings settings, Database database) {
    return new Secrets(
        Map.of(
            "schema-memory/database", database.credentials().reveal(),
            "schema-memory/webhook", Map.of("default", settings.webhookSecret().text())));
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
      case Outcome.Failed failed -> {
        bundle.close();
        throw new IllegalStateException(
            "the schema was not migrated: "
                + read(failed.error().bytes()).path("errorMessage").asText());
      }
      case Outcome.TimedOut _, Outcome.Throttled _ -> {
        bundle.close();
        throw new IllegalStateException("the schema was not migrated: " + outcome.summary());
      }
    }
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException misshapen) {
      throw new UncheckedIOException("MigrateSchema did not answer JSON", misshapen);
    }
  }

  @Override
  public void close() {
    bundle.close();
    database.close();
  }
}
