package io.schemamemory.bootstrap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/// The administrator's direct connection, with the few questions and statements roles need.
final class Administrator {
  private final Connection connection;
  private final PGConnection quoting;

  Administrator(Connection connection) throws SQLException {
    this.connection = connection;
    this.quoting = connection.unwrap(PGConnection.class);
  }

  /// Runs a statement; each `%I` is an identifier, each `%L` a text, quoted by the driver.
  void run(String sql, String... arguments) throws SQLException {
    StringBuilder filled = new StringBuilder();
    int next = 0;
    for (String part : sql.splitWithDelimiters("%[IL]", 0)) {
      switch (part) {
        case "%I" -> filled.append(quoting.escapeIdentifier(arguments[next++]));
        case "%L" ->
            filled.append('\'').append(quoting.escapeLiteral(arguments[next++])).append('\'');
        default -> filled.append(part);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(filled.toString());
    }
  }

  String ask(String sql, String... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        String text = answer.getString(1);
        return text == null ? "" : text;
      }
    }
  }

  boolean roleExists(String role) throws SQLException {
    return ask("select exists (select from pg_roles where rolname = ?)", role).equals("t");
  }
}
