package io.schemamemory.memorywriter;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/// Folds the facets that name a thing into when it was first and last seen.
@Singleton
class Entities {
  private final EntityRepository entities;
  private final FactsJson json;

  Entities(EntityRepository entities, FactsJson json) {
    this.entities = entities;
    this.json = json;
  }

  /// Locked after everything else, since every worker meets at an organization; then what another
  /// has committed meanwhile is seen by the fold.
  void fold(long workspaceId, Collection<EntityRow> named) {
    List<String> lots =
        Chunks.of(named.stream().sorted(EntityRow.KEY_ORDER).distinct().toList())
            .map(json::write)
            .toList();
    lots.forEach(keys -> entities.lock(workspaceId, keys));
    lots.forEach(keys -> entities.fold(workspaceId, keys));
    lots.forEach(keys -> entities.dropUnseen(workspaceId, keys));
  }
}
