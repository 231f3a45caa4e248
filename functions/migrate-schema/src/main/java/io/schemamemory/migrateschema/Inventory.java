package io.schemamemory.migrateschema;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every migration this release or the database knows, in order.
@Serdeable
public record Inventory(List<Migration> migrations) implements MigrateAnswer {
  /// One of them.
  ///
  /// @param version such as `003`
  /// @param description such as `create inbox`
  /// @param state `pending`, `success`, `failed`, or another of Flyway's states in lower case
  /// @param installedOn when it was applied, such as `2026-11-21T08:00:00Z`; null if it was not
  @Serdeable
  public record Migration(
      String version, String description, String state, @Nullable String installedOn) {}
}
