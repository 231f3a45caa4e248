package io.schemamemory.data.connection;

/// The database did not do what it was asked; the message holds no bound value.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;
  private final boolean away;

  private DatabaseException(String message, String sqlState, boolean away) {
    super(message);
    this.sqlState = sqlState;
    this.away = away;
  }

  /// Says what was tried and PostgreSQL's error code. Neither the driver's message nor the driver's
  /// exception as a cause: both may repeat what was bound, and Lambda logs both.
  public static DatabaseException of(String tried, Throwable failure) {
    String sqlState = SqlState.of(failure);
    return new DatabaseException(
        tried + " failed: SQLSTATE " + sqlState, sqlState, SqlState.meansAway(failure));
  }

  /// PostgreSQL's error code, or the empty string.
  String sqlState() {
    return sqlState;
  }

  /// Whether the database itself is what failed.
  boolean isAway() {
    return away;
  }
}
