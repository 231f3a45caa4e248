package io.schemamemory.memorywriter.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.schemamemory.domain.entity.DeployRequestName;
import io.schemamemory.domain.event.ActorId;
import io.schemamemory.domain.event.Facts;
import io.schemamemory.domain.observation.Observation;
import io.schemamemory.domain.observation.Sighting;
import io.schemamemory.memorywriter.people.PeopleArray;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An observation as its table stores it.
///
/// @param people ids as a PostgreSQL array's text, such as `{7,8}`
@MappedEntity(value = "observation", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
// Otherwise an empty text or list is left out, and becomes null.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ObservationRow(
    @Id long id,
    long workspaceId,
    String key,
    String kind,
    String organization,
    String databaseName,
    @Nullable String deployRequest,
    @Nullable String branch,
    Instant occurredAt,
    @Nullable Instant doubtfulAt,
    String template,
    String people) {
  static ObservationRow of(
      long id, long workspaceId, Observation observation, Map<ActorId, Long> people) {
    Sighting best = observation.best();
    return new ObservationRow(
        id,
        workspaceId,
        best.key().text(),
        best.kind(),
        best.envelope().organization(),
        best.envelope().database(),
        DeployRequestName.of(best).id(),
        branch(best.facts()),
        best.occurredAt(),
        best.doubtedTime(),
        observation.entry().template(),
        PeopleArray.of(observation.entry(), people));
  }

  private static @Nullable String branch(Facts facts) {
    return switch (facts) {
      case Facts.AuditEntry entry -> entry.branch();
      case Facts.DeployRequest request -> request.intoBranch();
      case Facts.Branch branch -> branch.name();
      case Facts.Storage storage -> storage.branch();
      case Facts.Backup backup -> backup.branch();
      case Facts.AccessRequest _, Facts.Recommendation _, Facts.WebhookTest _, Facts.Unknown _ ->
          null;
    };
  }
}
