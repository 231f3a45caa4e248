package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseTraits;
import io.schemamemory.data.connection.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/// Prepares a database for the first migration: groups, schema, logins. Safe to run again.
public final class Bootstrap {
  private Bootstrap() {}

  /// The database to prepare.
  ///
  /// @param direct the server itself, as its administrator; a superuser is not needed
  /// @param pooled the same database through PgBouncer
  /// @param directory where the passwords are kept, outside version control
  public record Request(DatabaseUrl direct, DatabaseUrl pooled, Path directory) {}

  /// What a run did.
  ///
  /// @param newPasswords the roles that got a new password
  /// @param former the roles that were replaced and can log in until they are retired
  public record Result(
      Credentials credentials,
      PoolerLines poolerLines,
      List<String> newPasswords,
      List<String> former) {}

  /// Creates everything that is missing.
  ///
  /// @throws BootstrapException if something prevents it; the message says what to do
  public static Result run(Request request) {
    return run(request, RotationMode.KEEP);
  }

  /// Creates everything that is missing, and new passwords as wanted.
  ///
  /// @throws BootstrapException as [#run(Request)], or if a password in use would be lost
  public static Result run(Request request, RotationMode mode) {
    return run(request, mode, _ -> {});
  }

  /// The same, for tests that interrupt it.
  ///
  /// @param done called after every step
  public static Result run(Request request, RotationMode mode, Consumer<BootstrapStep> done) {
    try (Connection connection = Administrator.connect(request.direct())) {
      Administrator administrator = new Administrator(connection);
      refuseUnfit(connection);
      // One transaction: either all roles are there with their passwords kept, or none.
      connection.setAutoCommit(false);
      administrator.lockUntilCommit();
      LoginFiles.in(request.directory()).refuseForeign(administrator);
      boolean completed = new InterruptedRun(request, administrator).recover();
      LoginFiles files = LoginFiles.in(request.directory());
      Groups.create(administrator);
      Logins logins = new Logins(administrator, request, files);
      // An interrupted command that is run again is done once.
      logins.create(completed ? RotationMode.KEEP : mode);
      files.prepare(done);
      connection.commit();
      done.accept(BootstrapStep.COMMITTED);
      files.putInPlace(done);
      listReader(request);
      return new Result(
          files.credentials(), files.poolerLines(), logins.newPasswords(), logins.former());
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the roles could not be created at "
              + request.direct()
              + ": "
              + refused.getMessage()
              + "; the user must own the database and have CREATEROLE, and where another"
              + " administrator created the role memory_owner, hold it with admin option",
          refused);
    }
  }

  private static void listReader(Request request) {
    try {
      var _ = new Readers(request.direct()).list();
    } catch (SQLException refused) {
      throw new BootstrapException(
          "the logins are made, but memory.reader cannot be changed (SQLSTATE %s): run migrate-schema, then this again"
              .formatted(refused.getSQLState()),
          refused);
    }
  }

  private static void refuseUnfit(Connection connection) throws SQLException {
    String unfit = DatabaseTraits.of(connection).unfit().orElse(null);
    if (unfit != null) {
      throw new BootstrapException(unfit);
    }
  }
}
