package io.schemamemory.memorywriter.entity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;

/// The key of an entity within its workspace.
@MappedEntity(value = "entity", schema = "memory")
@Serdeable
public record EntityRow(String kind, @Id String key) {
  /// In which all workers lock.
  static final Comparator<EntityRow> KEY_ORDER =
      Comparator.comparing(EntityRow::kind).thenComparing(EntityRow::key);
}
