package io.schemamemory.memorywriter.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.schemamemory.domain.event.ActorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person as PlanetScale identifies them, with the name and avatar it gives.
@MappedEntity(value = "person_identity", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
// Otherwise an empty text or list is left out, and becomes null.
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonIdentity(
    @Id long personId,
    long workspaceId,
    String actorType,
    String providerId,
    @Nullable String displayName,
    @Nullable String avatarUrl,
    Instant namedAt,
    boolean nameDoubtful) {
  ActorId actor() {
    return new ActorId(actorType, providerId);
  }
}
