package io.schemamemory.operator.bootstrap;

import io.schemamemory.data.connection.DatabaseSetting;
import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.roles.Bootstrap;
import io.schemamemory.roles.BootstrapException;
import io.schemamemory.roles.Credentials;
import io.schemamemory.roles.LoginCheck;
import io.schemamemory.roles.Retirement;
import io.schemamemory.roles.RotationMode;
import io.schemamemory.settings.Environment;
import io.schemamemory.settings.SettingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// `bin/bootstrap`: makes the roles and logins of the database that two variables name.
public final class BootstrapCommand {
  private static final String USAGE =
      "usage: bin/bootstrap [--rotate [--again] | --retire [--now]]";

  private final DatabaseUrl direct;
  private final DatabaseUrl pooled;
  private final Path directory;

  private BootstrapCommand(Environment environment, Path home) {
    this.direct = DatabaseSetting.of(environment, "DATABASE_DIRECT_URL");
    this.pooled = DatabaseSetting.of(environment, "DATABASE_POOLED_URL");
    this.directory = Credentials.directory(home, direct);
  }

  /// Runs with `[--rotate [--again] | --retire [--now]] DIRECTORY`; prints no password.
  public static void main(String... arguments) {
    if (arguments.length == 0) {
      wrongUsage();
    }
    List<String> given = List.of(arguments);
    try {
      BootstrapCommand command =
          new BootstrapCommand(Environment.ofProcess(), Path.of(given.getLast()));
      switch (String.join(" ", given.subList(0, given.size() - 1))) {
        case "" -> command.make(RotationMode.KEEP);
        case "--rotate" -> command.make(RotationMode.ROTATE);
        case "--rotate --again" -> command.make(RotationMode.ROTATE_AGAIN);
        case "--retire" -> command.retire(false);
        case "--retire --now" -> command.retire(true);
        default -> wrongUsage();
      }
    } catch (SettingException | BootstrapException | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void wrongUsage() {
    System.err.println(USAGE);
    System.exit(2);
  }

  private void make(RotationMode passwords) {
    Bootstrap.Made made = Bootstrap.run(request(), passwords);
    System.out.println("roles are there; new passwords: " + made.given());
    System.out.println("the logins' URLs:       " + made.credentials().file());
    System.out.println("lines for a PgBouncer:  " + made.poolerLines().file());
    LoginCheck.run(made);
    if (made.former().isEmpty()) {
      System.out.println("every login enters; now run the migrations");
    } else {
      System.out.println("every login enters, and so do these: " + made.former());
      System.out.println("deploy with the new URLs, then shut those with bin/bootstrap --retire");
    }
  }

  private void retire(boolean evenInUse) {
    List<String> retired = Retirement.run(request(), evenInUse);
    System.out.println("retired: " + retired);
    System.out.println(
        "a PgBouncer of your own may forget them: take their lines from its auth_file");
  }

  private Bootstrap.Request request() {
    return new Bootstrap.Request(direct, pooled, directory);
  }
}
