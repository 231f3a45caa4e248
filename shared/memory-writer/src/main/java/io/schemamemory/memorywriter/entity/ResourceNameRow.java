package io.schemamemory.memorywriter.entity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Comparator;

/// A name of a resource, and when it was first and last seen with it.
@MappedEntity(value = "resource_name", schema = "memory")
@Serdeable(naming = SnakeCaseStrategy.class)
record ResourceNameRow(
    String kind, @Id String id, String name, String place, Instant firstSeen, Instant lastSeen) {
  /// In which all workers lock.
  static final Comparator<ResourceNameRow> KEY_ORDER =
      Comparator.comparing(ResourceNameRow::kind)
          .thenComparing(ResourceNameRow::id)
          .thenComparing(ResourceNameRow::name);
}
