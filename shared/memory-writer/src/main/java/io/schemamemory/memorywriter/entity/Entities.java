package io.schemamemory.memorywriter.entity;

import io.schemamemory.memorywriter.rows.Chunks;
import io.schemamemory.memorywriter.rows.RowJson;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/// Folds the facets that name an entity into when it was first and last seen.
@Singleton
public class Entities {
  private final EntityRepository entities;
  private final RowJson json;

  Entities(EntityRepository entities, RowJson json) {
    this.entities = entities;
    this.json = json;
  }

  /// Locks after everything else, since every transaction of an organization locks the
  /// organization's row. The fold then sees what another worker committed meanwhile.
  public void fold(long workspaceId, Collection<EntityRow> named) {
    List<String> chunks =
        Chunks.of(named.stream().sorted(EntityRow.KEY_ORDER).distinct().toList())
            .map(json::write)
            .toList();
    chunks.forEach(keys -> entities.lockEntities(workspaceId, keys));
    chunks.forEach(keys -> entities.updateFold(workspaceId, keys));
    chunks.forEach(keys -> entities.deleteUnseen(workspaceId, keys));
  }
}
