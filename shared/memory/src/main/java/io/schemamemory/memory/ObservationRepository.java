package io.schemamemory.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Observations: made empty, locked in key order, told again from their best sighting.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObservationRepository extends GenericRepository<ObservationRow, Long> {
  @Query(
      """
      insert into memory.observation
        (workspace_id, key, kind, organization, database_name, deploy_request, branch,
         occurred_at, template, people)
      values
        (:workspaceId, :key, :kind, :organization, :databaseName, :deployRequest, :branch,
         :occurredAt, :template, cast(:people as bigint[]))
      on conflict do nothing
      """)
  void make(List<ObservationRow> observations);

  /// Locks before anything is read for a fold: two workers would otherwise lose an update.
  @Query(
      """
      select id
      from memory.observation
      where workspace_id = :workspaceId
        and (key in (:keys) or id in (
          select observation_id from memory.sighting
          where channel = 'webhook' and reference in (:deliveryIds)))
      order by key
      for update
      """)
  List<Long> lock(long workspaceId, List<String> keys, List<Long> deliveryIds);

  @Query(
      """
      update memory.observation
      set kind = :kind, organization = :organization, database_name = :databaseName,
          deploy_request = :deployRequest, branch = :branch, occurred_at = :occurredAt,
          template = :template, people = cast(:people as bigint[])
      where id = :id
      """)
  void retell(List<ObservationRow> observations);

  @Query(
      """
      delete from memory.observation o
      where o.id in (:ids)
        and not exists (select from memory.sighting s where s.observation_id = o.id)
      """)
  void dropUnseen(List<Long> ids);
}
