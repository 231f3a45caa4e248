package io.schemamemory.memorywriter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;

/// The key of an entity.
@Serdeable
record EntityRow(String kind, String name) {
  /// In which all workers lock.
  static final Comparator<EntityRow> KEY_ORDER =
      Comparator.comparing(EntityRow::kind).thenComparing(EntityRow::name);
}
