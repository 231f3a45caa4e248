package io.schemamemory.bootstrap;

import io.schemamemory.data.DatabaseUrl;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
      run(System.getenv(), Path.of(given.getLast()), rotate);
    } catch (BootstrapException | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void run(Map<String, String> environment, Path home, boolean rotate) {
    DatabaseUrl direct = url(environment, "DATABASE_DIRECT_URL");
    DatabaseUrl pooled = url(environment, "DATABASE_POOLED_URL");
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

  private static DatabaseUrl url(Map<String, String> environment, String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new BootstrapException(name + " is missing: set it to " + DatabaseUrl.FORM);
    }
    try {
      return DatabaseUrl.parse(value);
    } catch (IllegalArgumentException malformed) {
      throw new BootstrapException(name + " is malformed: set it to " + DatabaseUrl.FORM);
    }
  }
}
