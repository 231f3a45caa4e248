package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Makes a database ready for the first migration: groups, schema, logins. Safe to run again.
public final class Bootstrap {
  private static final int OLDEST_SERVER = 170_000;

  private Bootstrap() {}

  /// What to make ready.
  ///
  /// @param direct the server itself, as its administrator; a superuser is not needed
  /// @param pooled the same database through PgBouncer
  /// @param directory where the passwords are kept; keep it out of version control
  public record Request(DatabaseUrl direct, DatabaseUrl pooled, Path directory) {}

  /// What was made.
  ///
  /// @param given the logins that got a password just now
  /// @param former the logins that others have replaced and that enter until they are retired
  public record Made(
      Credentials credentials, PoolerLines poolerLines, List<String> given, List<String> former) {}

  /// Makes everything that is absent.
  ///
  /// @throws BootstrapException if something is in the way; the message says what to do
  public static Made run(Request request) {
    return run(request, RotationMode.KEEP);
  }

  /// Makes everything that is absent, and new passwords where they are wanted.
  ///
  /// @throws BootstrapException as [#run(Request)], or if a password in use would be lost
  public static Made run(Request request, RotationMode passwords) {
    return run(request, passwords, _ -> {});
  }

  /// The same, telling of every step once it is done.
  ///
  /// @param done told of every step, after it
  public static Made run(Request request, RotationMode passwords, Consumer<BootstrapStep> done) {
    try (Connection connection = Administrator.connect(request.direct())) {
      Administrator administrator = new Administrator(connection);
      refuseOldServer(administrator);
      // One transaction: either all roles are there with their passwords kept, or none.
      connection.setAutoCommit(false);
      administrator.lockUntilCommit();
      boolean ended = new InterruptedRun(request, administrator).end();
      LoginFiles files = LoginFiles.in(request.directory());
      Groups.make(administrator);
      Logins logins = new Logins(administrator, request, files);
      // Whoever repeats an interrupted command wants it once.
      logins.make(ended ? RotationMode.KEEP : passwords);
      files.prepare(done);
      connection.commit();
      done.accept(BootstrapStep.COMMITTED);
      files.putInPlace(done);
      return new Made(files.credentials(), files.poolerLines(), logins.given(), logins.former());
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the roles could not be made at "
              + request.direct()
              + ": "
              + refused.getMessage()
              + "; the user must own the database and have CREATEROLE, and where another"
              + " administrator made the role memory_owner, hold it with admin option",
          refused);
    }
  }

  private static void refuseOldServer(Administrator administrator) throws SQLException {
    String version = administrator.ask("select current_setting('server_version_num')");
    if (Integer.parseInt(version) < OLDEST_SERVER) {
      throw new BootstrapException("the server must be PostgreSQL 17 or newer");
    }
  }
}
