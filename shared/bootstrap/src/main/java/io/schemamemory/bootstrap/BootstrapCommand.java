package io.schemamemory.bootstrap;

import io.schemamemory.data.DatabaseUrl;
import io.schemamemory.lambda.DatabaseSetting;
import io.schemamemory.lambda.Environment;
import io.schemamemory.lambda.SettingException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// `bin/bootstrap`: makes the roles and logins of the database that two variables name.
public final class BootstrapCommand {
  private BootstrapCommand() {}

  /// Runs with `[--rotate] DIRECTORY`; prints no password.
  public static void main(String... arguments) {
    List<String> given = List.of(arguments);
    boolean rotate = given.size() == 2 && given.getFirst().equals("--rotate");
    if (!rotate && given.size() != 1) {
      System.err.println("usage: bin/bootstrap [--rotate]");
      System.exit(2);
    }
    try {
      run(Environment.ofProcess(), Path.of(given.getLast()), rotate);
    } catch (SettingException | BootstrapException | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void run(Environment environment, Path home, boolean rotate) {
    DatabaseUrl direct = DatabaseSetting.of(environment, "DATABASE_DIRECT_URL");
    DatabaseUrl pooled = DatabaseSetting.of(environment, "DATABASE_POOLED_URL");
    Bootstrap.Made made =
        Bootstrap.run(new Bootstrap.Request(direct, pooled, directory(home, direct), rotate));
    System.out.println("roles are there; new passwords: " + made.given());
    System.out.println("the logins' URLs:       " + made.credentials().file());
    System.out.println("lines for a PgBouncer:  " + made.poolerLines().file());
    EntranceCheck.run(made);
    System.out.println("every login enters; now run the migrations");
  }

  /// Where the passwords of one database are kept, apart from every other's.
  public static Path directory(Path home, DatabaseUrl database) {
    String name = database.place() + "-" + database.database();
    return home.resolve(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-"));
  }
}
