package io.schemamemory.memorywriter.people;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// People and what PlanetScale calls them. Rows are passed as a JSON array of [PersonIdentity] in
/// key order, in which all workers lock.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonIdentityRepository extends GenericRepository<PersonIdentity, Long> {
  /// Inserts the identities that are new and returns how many: a second worker waits on the key.
  @Query(
      """
      insert into memory.person_identity (workspace_id, actor_type, provider_id)
      select r.workspace_id, r.actor_type, r.provider_id
      from json_populate_recordset(
        cast(null as memory.person_identity), cast(:people as json)) with ordinality as r
      order by r.ordinality
      on conflict do nothing
      """)
  int insertIdentities(String people);

  @Query(
      """
      insert into memory.person (id, workspace_id) overriding system value
      select i.person_id, i.workspace_id
      from json_populate_recordset(
        cast(null as memory.person_identity), cast(:people as json)) with ordinality as r
      join memory.person_identity i using (workspace_id, actor_type, provider_id)
      order by r.ordinality
      on conflict do nothing
      """)
  void insertPersons(String people);

  /// Locks the rows that [#updateNames] may update, in key order: the update itself has no order.
  @Query(
      """
      select p.id
      from rows from (json_to_recordset(cast(:people as json)) as (
        workspace_id bigint, actor_type text, provider_id text, display_name text,
        named_at timestamptz, name_doubtful boolean)) with ordinality as r
      join memory.person_identity i using (workspace_id, actor_type, provider_id)
      join memory.person p on p.id = i.person_id
      where p.forgotten_at is null and r.display_name is not null
        and (p.named_at is null
          or (not p.name_doubtful, p.named_at, coalesce(p.display_name, ''))
            < (not r.name_doubtful, r.named_at, r.display_name))
      order by r.ordinality
      for update of p
      """)
  List<Long> lockPersons(String people);

  /// The newest name wins, whatever the order of arrival, but none whose time is in doubt before
  /// one whose time is not; a forgotten person stays without one.
  @Query(
      """
      update memory.person p
      set display_name = r.display_name, avatar_url = r.avatar_url, named_at = r.named_at,
          name_doubtful = r.name_doubtful
      from (
        select distinct on (r.workspace_id, r.actor_type, r.provider_id) r.*
        from rows from (json_to_recordset(cast(:people as json)) as (
          workspace_id bigint, actor_type text, provider_id text, display_name text,
          avatar_url text, named_at timestamptz, name_doubtful boolean)) with ordinality as r
        where r.display_name is not null
        order by r.workspace_id, r.actor_type, r.provider_id, r.name_doubtful,
          r.named_at desc, r.display_name desc, r.ordinality
      ) as r
      join memory.person_identity i using (workspace_id, actor_type, provider_id)
      where p.id = i.person_id and p.forgotten_at is null
        and (p.named_at is null
          or (not p.name_doubtful, p.named_at, coalesce(p.display_name, ''))
            < (not r.name_doubtful, r.named_at, r.display_name))
      """)
  void updateNames(String people);

  @Query(
      """
      select person_id, workspace_id, actor_type, provider_id, null as display_name,
        null as avatar_url, now() as named_at, false as name_doubtful
      from memory.person_identity
      where workspace_id = :workspaceId and provider_id in (:providerIds)
      """)
  List<PersonIdentity> findIdentities(long workspaceId, List<String> providerIds);
}
