package io.schemamemory.migrate;

import io.micronaut.function.aws.MicronautRequestHandler;
import io.schemamemory.lambda.Environment;
import jakarta.inject.Inject;
import java.util.Map;

/// Brings the schema to this release's version; safe to run again, and twice at once.
public final class MigrateSchema extends MicronautRequestHandler<Map<String, Object>, Applied> {
  private final MigrateSettings settings = MigrateSettings.of(Environment.ofProcess());

  @Inject Migrator migrator;

  @Override
  public Applied execute(Map<String, Object> event) {
    return migrator.migrate(settings.databaseUrl(), settings.directConfirmed());
  }
}
