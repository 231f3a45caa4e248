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
      insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
      select :workspaceId, named.kind, named.key, named.key, 'epoch', 'epoch'
      from rows from (json_to_recordset(cast(:keys as json)) as (kind text, key text))
        with ordinality as named (kind, key, place)
      order by named.place
      on conflict (workspace_id, kind, key) do update set first_seen = excluded.first_seen
        where false
      """)
  void lockEntities(long workspaceId, String keys);

  /// A column has several spellings; of those written last at one time, the last in the alphabet
  /// leads, in whatever order they arrived.
  @Query(
      """
      update memory.entity e
      set name = seen.name, first_seen = seen.first, last_seen = seen.last
      from (
        select
          named.kind, named.key, first.occurred_at as first, last.occurred_at as last,
          case
            when named.kind = 'column' then (
              select max(coalesce(f.written, f.value) collate "C")
              from memory.observation_facet f
              where f.workspace_id = :workspaceId and f.facet = named.kind
                and f.value = named.key and f.occurred_at = last.occurred_at)
            else named.key
          end as name
        from json_to_recordset(cast(:keys as json)) as named (kind text, key text)
        cross join lateral (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = named.kind and f.value = named.key
          order by f.occurred_at
          limit 1
        ) as first
        cross join lateral (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = named.kind and f.value = named.key
          order by f.occurred_at desc
          limit 1
        ) as last
      ) as seen
      where e.workspace_id = :workspaceId and e.kind = seen.kind and e.key = seen.key
        and (e.name, e.first_seen, e.last_seen)
          is distinct from (seen.name, seen.first, seen.last)
      """)
  void updateFold(long workspaceId, String keys);

  /// With `order by`, so that the index is used: where most facets name one organization, the
  /// planner makes `not exists` a join that reads them all.
  @Query(
      """
      delete from memory.entity e
      using json_to_recordset(cast(:keys as json)) as named (kind text, key text)
      where e.workspace_id = :workspaceId and e.kind = named.kind and e.key = named.key
        and (
          select f.occurred_at
          from memory.observation_facet f
          where f.workspace_id = :workspaceId and f.facet = named.kind and f.value = named.key
          order by f.occurred_at
          limit 1
        ) is null
      """)
  void deleteUnseen(long workspaceId, String keys);
}
