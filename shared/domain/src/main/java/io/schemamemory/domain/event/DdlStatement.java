package io.schemamemory.domain.event;

import io.schemamemory.domain.masking.Masking;
import org.jspecify.annotations.Nullable;

/// One statement of a deploy request, as PlanetScale prints it, without its secrets.
///
/// @param operation PlanetScale's verb, such as `ALTER`; an open set
/// @param canDropData whether PlanetScale warns that data may be lost
/// @param tableRecentlyUsed whether PlanetScale warns that the table was queried lately
/// @param error why it failed, if it did
/// @param engine of its database in PlanetScale's word, such as `postgresql`, if the body says
public record DdlStatement(
    @Nullable String keyspace,
    @Nullable String table,
    @Nullable String operation,
    String ddl,
    boolean canDropData,
    boolean tableRecentlyUsed,
    @Nullable String error,
    @Nullable String engine) {
  public DdlStatement {
    ddl = Masking.statement(ddl);
    error = Masking.maybe(error);
  }

  /// A statement whose body does not say the engine.
  public DdlStatement(
      @Nullable String keyspace,
      @Nullable String table,
      @Nullable String operation,
      String ddl,
      boolean canDropData,
      boolean tableRecentlyUsed,
      @Nullable String error) {
    this(keyspace, table, operation, ddl, canDropData, tableRecentlyUsed, error, null);
  }
}
