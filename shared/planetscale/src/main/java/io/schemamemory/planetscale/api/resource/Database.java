package io.schemamemory.planetscale.api.resource;

import io.schemamemory.domain.event.Milestone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A database of an organization.
///
/// @param kind `mysql`, which means Vitess, or `postgresql`; PlanetScale adds to these
/// @param schemaLastUpdatedAt when the default branch's schema changed
public record Database(
    String id,
    String name,
    @Nullable String kind,
    @Nullable String state,
    @Nullable String defaultBranch,
    @Nullable Instant schemaLastUpdatedAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt) {
  /// Whether its schema changes by deploy requests, as on every engine but Postgres.
  public boolean hasDeployRequests() {
    return !Objects.equals(kind, "postgresql");
  }

  /// The events its webhook must send: the milestones of deploy requests make the stories, all
  /// others are optional.
  public List<String> neededEvents() {
    return hasDeployRequests()
        ? Stream.of(Milestone.values()).map(Milestone::event).toList()
        : List.of();
  }
}
