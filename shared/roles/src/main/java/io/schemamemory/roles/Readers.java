package io.schemamemory.roles;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.Owner;
import io.schemamemory.roles.names.LoginPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Which workspace the bootstrap's reader sees; `memory.reader` lists it by its name, and the
/// database may have been copied or renamed since.
///
/// @param direct a login that may become the owner: the administrator's or the migrator's
public record Readers(DatabaseUrl direct) {
  private static final String IS_MIGRATED = "select to_regclass('memory.reader') is not null";

  private static final String DATABASE = "select current_database()";

  private static final String WORKSPACE =
      """
      select name from memory.workspace where id = memory.login_workspace(?)
      """;

  /// The row of the former name stays, for what still logs in with it; so does its second role.
  private static final String TAKE_OVER =
      """
      with former as (
        update memory.reader set of_bootstrap = false
        where of_bootstrap and login <> ?
        returning login, workspace_id)
      insert into memory.reader (login, workspace_id, of_bootstrap)
      select ?::name, workspace_id, true from former
      union all
      select (login || '_b')::name, workspace_id, false from former
      where exists (select from pg_roles where rolname = login || '_b')
      on conflict (login) do update set of_bootstrap = excluded.of_bootstrap
      """;

  private static final String FORGET =
      "delete from memory.reader where login = ? and not of_bootstrap";

  /// What its reader sees.
  ///
  /// @param login the reader's name
  /// @param workspace empty if it sees nothing
  public record Sight(String login, Optional<String> workspace) {
    /// What to do where it sees nothing.
    public String whatToDo() {
      return "as memory_owner: insert into memory.reader (login, workspace_id) select '%s', id from memory.workspace where name = 'default'"
          .formatted(login);
    }
  }

  /// What the reader of this database sees; empty before the first migration.
  public Optional<Sight> sight() throws SQLException {
    return asOwner(
        (connection, pair) -> new Sight(pair.first(), text(connection, WORKSPACE, pair.first())));
  }

  /// Lists the reader by the name the database has now; does nothing before the first migration.
  Optional<Sight> list() throws SQLException {
    return asOwner(
        (connection, pair) -> {
          run(connection, TAKE_OVER, pair.first(), pair.first());
          return new Sight(pair.first(), text(connection, WORKSPACE, pair.first()));
        });
  }

  /// Forgets a login that may no longer connect.
  void forget(String login) throws SQLException {
    asOwner((connection, _) -> run(connection, FORGET, login));
  }

  private interface Work<T> {
    T over(Connection connection, LoginPair pair) throws SQLException;
  }

  private <T> Optional<T> asOwner(Work<T> work) throws SQLException {
    return Owner.inTransaction(
        direct,
        connection ->
            text(connection, IS_MIGRATED).equals(Optional.of("t"))
                ? Optional.of(work.over(connection, pair(connection)))
                : Optional.empty());
  }

  private static LoginPair pair(Connection connection) throws SQLException {
    return Login.READER.rolesIn(text(connection, DATABASE).orElseThrow());
  }

  private static Optional<String> text(Connection connection, String sql, String... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static int run(Connection connection, String sql, String... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, String... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setString(i + 1, arguments[i]);
    }
  }
}
