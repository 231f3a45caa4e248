package io.schemamemory.data.connection;

/// A database operation failed; the message holds no bound value.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;
  private final boolean away;
  private final boolean blamingValues;

  private DatabaseException(String message, String sqlState, boolean away, boolean blamingValues) {
    super(message);
    this.sqlState = sqlState;
    this.away = away;
    this.blamingValues = blamingValues;
  }

  /// Says what was tried, with PostgreSQL's error code. It carries neither the driver's message nor
  /// the driver's exception as a cause: both may repeat bound values, and Lambda logs both.
  public static DatabaseException of(String tried, Throwable failure) {
    String sqlState = SqlState.of(failure);
    return new DatabaseException(
        tried + " failed: SQLSTATE " + sqlState,
        sqlState,
        SqlState.meansAway(failure),
        SqlState.blamesValues(failure));
  }

  /// PostgreSQL's error code, or the empty string.
  String sqlState() {
    return sqlState;
  }

  /// Whether the database is unavailable.
  boolean isAway() {
    return away;
  }

  /// Whether what was written is at fault.
  boolean isBlamingValues() {
    return blamingValues;
  }
}
