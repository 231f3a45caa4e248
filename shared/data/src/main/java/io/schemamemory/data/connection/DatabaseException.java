package io.schemamemory.data.connection;

import java.sql.SQLException;

/// The database did not do what it was asked; the message holds no bound value.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DatabaseException(String message) {
    super(message);
  }

  /// Says what was tried and PostgreSQL's error code. Not the driver's message, which may repeat
  /// what was bound.
  public static DatabaseException of(String tried, SQLException failure) {
    return new DatabaseException(tried + " failed: SQLSTATE " + SqlState.of(failure));
  }
}
