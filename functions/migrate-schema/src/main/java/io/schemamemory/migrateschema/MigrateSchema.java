package io.schemamemory.migrateschema;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.micronaut.function.executor.FunctionInitializer;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.migrateschema.deploy.AnsweredDeploy;
import io.schemamemory.migrateschema.deploy.DeployStep.Keep;
import io.schemamemory.migrateschema.deploy.DeployStep.Migrate;
import io.schemamemory.migrateschema.deploy.StackRequest;
import io.schemamemory.settings.Environment;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Brings the schema to this release's version; safe to run again, and twice at once.
///
/// Answers an [MigrateAnswer]; declared as an object, since Lambda writes what the declared type
/// has. Takes one for the like reason: a list is refused by us, not by a parser.
public final class MigrateSchema extends FunctionInitializer
    implements RequestHandler<Object, Object> {
  private final MigrateSettings settings = MigrateSettings.of(Environment.ofProcess());

  @Inject Migrator migrator;
  @Inject Inspector inspector;
  @Inject AnsweredDeploy deploy;

  @Override
  public MigrateAnswer handleRequest(@Nullable Object event, Context context) {
    return event != null && StackRequest.is(event)
        ? deploy(StackRequest.of(event), context)
        : run(MigrateCommand.of(event));
  }

  private DeployResult deploy(StackRequest request, Context context) {
    return deploy.of(
        request,
        context,
        () ->
            switch (request.change()) {
              case Migrate _ -> migrator.migrate(direct());
              case Keep(String reason) -> new SchemaKept(reason);
            },
        DeployResult::sentence);
  }

  private MigrateAnswer run(MigrateCommand command) {
    DatabaseUrl url = direct();
    return switch (command) {
      case MIGRATE -> migrator.migrate(url);
      case PLAN -> inspector.plan(url);
      case VALIDATE -> inspector.validate(url);
      case INFO -> inspector.inventory(url);
    };
  }

  private DatabaseUrl direct() {
    DatabaseUrl url = settings.databaseUrl();
    DirectConnection.check(url, settings.directConfirmed());
    return url;
  }
}
