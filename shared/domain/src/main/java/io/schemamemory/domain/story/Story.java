package io.schemamemory.domain.story;

import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.DdlStatement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One deploy request's tale: what it changed, who moved it, when, and how it ended.
public record Story(
    String id,
    long number,
    String organization,
    String database,
    String branch,
    String intoBranch,
    @Nullable String url,
    Outcome outcome,
    List<DdlStatement> statements,
    List<String> errors,
    @Nullable ActorId openedBy,
    @Nullable Instant openedAt,
    @Nullable ActorId queuedBy,
    @Nullable Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant readyToCutoverAt,
    @Nullable ActorId deployedBy,
    @Nullable Instant deployedAt,
    @Nullable Instant revertibleUntil,
    @Nullable ActorId revertedBy,
    @Nullable Instant revertedAt,
    @Nullable Instant erroredAt,
    @Nullable ActorId closedBy,
    @Nullable Instant closedAt) {
  /// Whether PlanetScale warned of any statement that data may be lost.
  public boolean canDropData() {
    return statements.stream().anyMatch(DdlStatement::canDropData);
  }

  /// The database as people write it: `acme/shop`.
  public String place() {
    return organization + "/" + database;
  }
}
