package io.schemamemory.verification.rights;

import io.schemamemory.data.connection.DatabaseUrl;
import io.schemamemory.data.connection.PooledConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Tries things as a login, and undoes them.
final class Trial {
  private static final String DENIED = "42501";

  /// How a policy rejects a row; PostgreSQL checks that only after the right to the table.
  private static final String REFUSED_BY_A_POLICY = "row-level security policy";

  /// An identity column behind a view, which cannot be written through the view with any right.
  private static final String GENERATED = "428C9";

  /// States that say nothing about a right: invalid SQL, a lost connection, a cancel, a lock
  /// timeout.
  private static final List<String> INCONCLUSIVE = List.of("42", "08", "57", "55P03");

  private Trial() {}

  /// The attempts that the login's rights allow.
  static List<Attempt> allowed(DatabaseUrl login, List<Attempt> attempts) throws SQLException {
    try (Connection connection = PooledConnection.connect(login);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      List<Attempt> allowed = new ArrayList<>();
      for (Attempt attempt : attempts) {
        // Every role may become itself.
        if (attempt.statement().equals("set local role " + login.user())) {
          continue;
        }
        if (isAllowed(statement, attempt)) {
          allowed.add(attempt);
        }
        connection.rollback();
      }
      return allowed;
    }
  }

  private static boolean isAllowed(Statement statement, Attempt attempt) throws SQLException {
    try {
      statement.execute(attempt.statement());
      return true;
    } catch (SQLException failure) {
      String state = failure.getSQLState();
      if (state.equals(GENERATED)) {
        return false;
      }
      if (state.equals(DENIED)) {
        return String.valueOf(failure.getMessage()).contains(REFUSED_BY_A_POLICY);
      }
      if (INCONCLUSIVE.stream().anyMatch(state::startsWith)) {
        throw failure;
      }
      return true;
    }
  }
}
