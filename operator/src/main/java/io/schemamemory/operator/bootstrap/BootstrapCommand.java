package io.schemamemory.operator.bootstrap;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.operator.RefusedException;
import io.schemamemory.operator.Usage;
import io.schemamemory.operator.bootstrap.BootstrapOptions.Action;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.roles.Readers;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.Roles;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/// `bin/bootstrap`: creates the roles and logins of the database that two variables name.
@Command(
    name = "bin/bootstrap",
    mixinStandardHelpOptions = true,
    description = {
      "Creates the roles and logins of a database, as its administrator; prints no password.",
      "DATABASE_DIRECT_URL and DATABASE_POOLED_URL name the database."
    })
public final class BootstrapCommand implements Callable<Integer> {
  private static final String WHEN_ALL_HAVE_THEM =
      "store the new URLs with --secret-id, which functions read within five minutes; then ";

  private final Environment environment;

  @Mixin private final BootstrapOptions options = new BootstrapOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  BootstrapCommand(Environment environment) {
    this.environment = environment;
  }

  /// Runs; exits with 1 when it is refused, 2 for a wrong command line.
  public static void main(String... arguments) {
    System.exit(
        new CommandLine(new BootstrapCommand(Environment.ofProcess()))
            .setParameterExceptionHandler((failure, _) -> Usage.explain(failure))
            .setExecutionExceptionHandler((failure, line, _) -> refuse(failure, line))
            .execute(arguments));
  }

  private static int refuse(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof SettingException
        || failure instanceof BootstrapException
        || failure instanceof RefusedException
        || failure instanceof SdkException
        || failure instanceof UncheckedIOException) {
      line.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw failure;
  }

  @Override
  public Integer call() {
    DatabaseUrl direct = DatabaseSetting.of(environment, "DATABASE_DIRECT_URL");
    DatabaseUrl pooled = DatabaseSetting.of(environment, "DATABASE_POOLED_URL");
    Path directory = Credentials.directory(options.directory(), direct);
    Bootstrap.Request request = new Bootstrap.Request(direct, pooled, directory);
    switch (options.action()) {
      case Action.Create(RotationMode passwords) -> create(request, passwords);
      case Action.Retire(boolean evenInUse) -> retire(request, evenInUse);
    }
    return CommandLine.ExitCode.OK;
  }

  private void create(Bootstrap.Request request, RotationMode passwords) {
    Bootstrap.Result result = Bootstrap.run(request, passwords);
    say("all roles exist; new passwords: " + result.newPasswords());
    say("the logins' URLs:       " + result.credentials().file());
    say("lines for a PgBouncer:  " + result.poolerLines().file());
    LoginCheck.run(result);
    sayWhoSees(request);
    options.stored().ifPresent(stored -> stored.store(result.credentials(), this::say));
    if (result.former().isEmpty()) {
      say("every login enters; now run the migrations");
    } else {
      say("every login enters, and so do these: " + result.former());
      say(WHEN_ALL_HAVE_THEM + "disable those with bin/bootstrap --retire");
    }
  }

  /// A database that was copied or renamed has logins of its former name, and its own reader.
  private void sayWhoSees(Bootstrap.Request request) {
    try {
      new Readers(request.direct())
          .sight()
          .ifPresent(
              sight ->
                  say(
                      sight
                          .workspace()
                          .map(name -> sight.login() + " sees the workspace " + name)
                          .orElseGet(() -> sight.login() + " sees nothing: " + sight.whatToDo())));
      List<String> former = new Roles(request.direct()).ofFormerNames();
      if (!former.isEmpty()) {
        say("the database had another name: these logins may still enter: " + former);
        say(WHEN_ALL_HAVE_THEM + "shut them out with bin/bootstrap --retire");
      }
    } catch (SQLException failure) {
      throw new BootstrapException(
          "the logins are made; what they see cannot be read (SQLSTATE %s): run bin/doctor"
              .formatted(failure.getSQLState()),
          failure);
    }
  }

  private void retire(Bootstrap.Request request, boolean evenInUse) {
    options.stored().ifPresent(stored -> stored.requireStored(Credentials.in(request.directory())));
    List<String> retired = Retirement.run(request, evenInUse);
    say("retired: " + retired);
    say("if you run your own PgBouncer, remove their lines from its auth_file");
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
  }
}
