package io.schemamemory.migrateschema;

import io.micronaut.function.aws.MicronautRequestHandler;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Brings the schema to this release's version; safe to run again, and twice at once.
///
/// Answers an [MigrateAnswer]; declared as an object, since Lambda writes what the declared type
/// has. Takes one for the like reason: a list is refused by us, not by a parser.
public final class MigrateSchema extends MicronautRequestHandler<Object, Object> {
  private final MigrateSettings settings = MigrateSettings.of(Environment.ofProcess());

  @Inject Migrator migrator;
  @Inject Inspector inspector;

  @Override
  public MigrateAnswer execute(@Nullable Object event) {
    MigrateCommand command = MigrateCommand.of(event);
    DatabaseUrl url = settings.databaseUrl();
    DirectConnection.check(url, settings.directConfirmed());
    return switch (command) {
      case MIGRATE -> migrator.migrate(url);
      case PLAN -> inspector.plan(url);
      case VALIDATE -> inspector.validate(url);
      case INFO -> inspector.inventory(url);
    };
  }
}
