package io.schemamemory.memorywriter.observation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Observations: inserted or locked in key order, updated from their best sighting. Rows are passed
/// as a JSON array of [ObservationRow], ids and references as an `IdArray`.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface ObservationRepository extends GenericRepository<ObservationRow, Long> {
  /// Returns those that were inserted, as a JSON array of [NumberedRow]; existing ones stay as they
  /// are.
  @Query(
      """
      with inserted as (
        insert into memory.observation
          (workspace_id, key, kind, organization, database_name, deploy_request, branch,
           occurred_at, doubtful_at, template, people)
        select
          r.workspace_id, r.key, r.kind, r.organization, r.database_name, r.deploy_request,
          r.branch, r.occurred_at, r.doubtful_at, r.template, r.people
        from json_populate_recordset(
          cast(null as memory.observation), cast(:observations as json)) with ordinality as r
        order by r.ordinality
        on conflict do nothing
        returning id, key
      )
      select coalesce(cast(json_agg(inserted) as text), '[]') from inserted
      """)
  String insertMissing(String observations);

  /// Locks before the fold reads anything: two workers would otherwise lose an update. By ids,
  /// because two conditions under an OR read the whole table. Keys are passed as a JSON array.
  @Query(
      """
      select id, key
      from memory.observation
      where workspace_id = :workspaceId
        and id in (
          select id from memory.observation
          where workspace_id = :workspaceId
            and key in (select json_array_elements_text(cast(:keys as json)))
          union all
          select observation_id from memory.sighting
          where channel = :channel and reference = any(cast(:references as bigint[])))
      order by key
      for update
      """)
  List<NumberedRow> lockObservations(
      long workspaceId, String keys, String channel, String references);

  @Query(
      """
      update memory.observation o
      set kind = r.kind, organization = r.organization, database_name = r.database_name,
          deploy_request = r.deploy_request, branch = r.branch, occurred_at = r.occurred_at,
          doubtful_at = r.doubtful_at, template = r.template, people = r.people
      from json_populate_recordset(
        cast(null as memory.observation), cast(:observations as json)) as r
      where o.id = r.id
        and (o.kind, o.organization, o.database_name, o.deploy_request, o.branch, o.occurred_at,
            o.doubtful_at, o.template, o.people)
          is distinct from (r.kind, r.organization, r.database_name, r.deploy_request, r.branch,
            r.occurred_at, r.doubtful_at, r.template, r.people)
      """)
  void updateObservations(String observations);

  /// Clears duplicate_of where that observation has no sightings left.
  @Query(
      """
      update memory.observation o
      set duplicate_of = null
      where o.duplicate_of = any(cast(:ids as bigint[]))
        and not exists (select from memory.sighting s where s.observation_id = o.duplicate_of)
      """)
  void clearDuplicates(String ids);

  /// Sets duplicate_of. Rows are passed as a JSON array of id and original.
  @Query(
      """
      update memory.observation o
      set duplicate_of = r.original
      from json_to_recordset(cast(:duplicates as json)) as r (id bigint, original bigint)
      where o.id = r.id and o.duplicate_of is distinct from r.original
      """)
  void markDuplicates(String duplicates);

  @Query(
      """
      delete from memory.observation o
      where o.id = any(cast(:ids as bigint[]))
        and not exists (select from memory.sighting s where s.observation_id = o.id)
      """)
  void deleteWithoutSightings(String ids);
}
