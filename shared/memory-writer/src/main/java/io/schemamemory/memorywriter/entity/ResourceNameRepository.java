package io.schemamemory.memorywriter.entity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// The names of resources. Rows are passed as a JSON array of [ResourceNameRow] in key order.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ResourceNameRepository extends GenericRepository<ResourceNameRow, String> {
  /// Widens the time in which a name was seen: the same in any order and with any repetition.
  @Query(
      """
      insert into memory.resource_name as n
        (workspace_id, kind, id, name, place, first_seen, last_seen)
      select :workspaceId, r.kind, r.id, r.name, r.place, r.first_seen, r.last_seen
      from rows from (json_to_recordset(cast(:names as json)) as (
        kind text, id text, name text, place text, first_seen timestamptz, last_seen timestamptz))
        with ordinality as r (kind, id, name, place, first_seen, last_seen, position)
      order by r.position
      on conflict (workspace_id, kind, id, name) do update
        set first_seen = least(n.first_seen, excluded.first_seen),
          last_seen = greatest(n.last_seen, excluded.last_seen)
        where n.first_seen > excluded.first_seen or n.last_seen < excluded.last_seen
      """)
  void insertNames(long workspaceId, String names);

  /// Marks the names that a later one has replaced: few, and the only ones a reader looks at.
  @Query(
      """
      update memory.resource_name n
      set former = not n.former
      from (
        select distinct kind, id
        from json_to_recordset(cast(:names as json)) as r (kind text, id text)
      ) as r
      where n.workspace_id = :workspaceId and n.kind = r.kind and n.id = r.id
        and n.former is distinct from exists (
          select
          from memory.resource_name later
          where later.workspace_id = n.workspace_id and later.kind = n.kind and later.id = n.id
            and (later.last_seen, later.name) > (n.last_seen, n.name))
      """)
  void markFormer(long workspaceId, String names);
}
