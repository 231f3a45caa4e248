package io.schemamemory.memorywriter.entity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// Entities: inserted or locked in key order, then folded from the facets that name them. Keys are
/// passed as a JSON array of [EntityRow].
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EntityRepository extends GenericRepository<EntityRow, String> {
  /// Inserts what is missing and locks the rest in one statement: with two, an entity deleted in
  /// between would be missed. The update locks, and writes nothing.
  @Query(
      """
      insert into memory.entity (workspace_id, kind, name, first_seen, last_seen)
      select :workspaceId, key.kind, key.name, 'epoch', 'epoch'
      from rows from (json_to_recordset(cast(:keys as json)) as (kind text, name text))
        with ordinality as key (kind, name, place)
      order by key.place
      on conflict (workspace_id, kind, name) do update set first_seen = excluded.first_seen
        where false
      """)
  void lockEntities(long workspaceId, String keys);

  @Query(
      """
      update memory.entity e
      set first_seen = seen.first, last_seen = seen.last
      from (
        select key.kind, key.name, first.occurred_at as first, last.occurred_at as last
        from json_to_recordset(cast(:keys as json)) as key (kind text, name text)
        cross join lateral (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = key.kind and f.value = key.name
          order by f.occurred_at
          limit 1
        ) as first
        cross join lateral (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = key.kind and f.value = key.name
          order by f.occurred_at desc
          limit 1
        ) as last
      ) as seen
      where e.workspace_id = :workspaceId and e.kind = seen.kind and e.name = seen.name
        and (e.first_seen, e.last_seen) is distinct from (seen.first, seen.last)
      """)
  void updateFirstAndLastSeen(long workspaceId, String keys);

  /// With `order by`, so that the index is used: where most facets name one organization, the
  /// planner makes `not exists` a join that reads them all.
  @Query(
      """
      delete from memory.entity e
      using json_to_recordset(cast(:keys as json)) as key (kind text, name text)
      where e.workspace_id = :workspaceId and e.kind = key.kind and e.name = key.name
        and (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = key.kind and f.value = key.name
          order by f.occurred_at
          limit 1
        ) is null
      """)
  void deleteUnseen(long workspaceId, String keys);
}
