package io.schemamemory.memorywriter;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Stories: made empty, locked in key order before their fold is read, told again; their rows come
/// as a JSON array of [StoryRow].
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StoryRepository extends GenericRepository<ObservationRow, Long> {
  /// Takes the ids as a JSON array.
  @Query(
      """
      insert into memory.deploy_request (workspace_id, external_id)
      select :workspaceId, external_id
      from json_array_elements_text(cast(:externalIds as json)) as external_id
      order by external_id
      on conflict do nothing
      """)
  void make(long workspaceId, String externalIds);

  @Query(
      """
      select external_id
      from memory.deploy_request
      where workspace_id = :workspaceId and external_id in (:externalIds)
      order by external_id
      for update
      """)
  List<String> lock(long workspaceId, List<String> externalIds);

  /// Until the transaction ends; a deploy request may be told of by whoever knows its path alone.
  @Query(
      """
      select count(pg_advisory_xact_lock(hashtextextended(cast(:workspaceId as text) || ' ' || path, 0)))
      from (
        select path
        from json_array_elements_text(cast(:paths as json)) with ordinality as one (path, place)
        order by place
      ) as in_order
      """)
  long lockPaths(long workspaceId, String paths);

  /// The ids of deploy requests that are known by their numbers, as a JSON array.
  @Query(
      """
      select d.external_id
      from json_to_recordset(cast(:numbered as json))
        as n (organization text, database text, number bigint)
      join memory.deploy_request d
        on d.workspace_id = :workspaceId and d.organization = n.organization
        and d.database_name = n.database and d.number = n.number
      """)
  List<String> numbered(long workspaceId, String numbered);

  /// Those that the same told of before: what it tells now may be of others.
  @Query(
      """
      select distinct o.deploy_request
      from memory.sighting s
      join memory.observation o on o.id = s.observation_id
      where s.channel = :channel and s.reference = any(cast(:references as bigint[]))
        and o.deploy_request is not null
      """)
  List<String> toldBefore(String channel, String references);

  @Query(
      """
      delete from memory.deploy_request
      where workspace_id = :workspaceId and external_id in (:externalIds)
      """)
  void drop(long workspaceId, List<String> externalIds);

  @Query(
      """
      update memory.deploy_request d
      set number = s.number, organization = s.organization, database_name = s.database_name,
          branch = s.branch, into_branch = s.into_branch, html_url = s.html_url, outcome = s.outcome,
          can_drop_data = s.can_drop_data, statements = s.statements,
          errors = s.errors, opened_by = s.opened_by, opened_at = s.opened_at,
          approved = s.approved, approved_by = s.approved_by,
          approved_at = s.approved_at, queued_by = s.queued_by, queued_at = s.queued_at,
          started_at = s.started_at, ready_to_cutover_at = s.ready_to_cutover_at,
          cut_over_by = s.cut_over_by, cut_over_at = s.cut_over_at, deployed_by = s.deployed_by,
          deployed_at = s.deployed_at, instant = s.instant, revertible_until = s.revertible_until,
          cancelled_by = s.cancelled_by, cancelled_at = s.cancelled_at, reverted_by = s.reverted_by,
          reverted_at = s.reverted_at, revert_failed = s.revert_failed, errored_at = s.errored_at,
          closed_by = s.closed_by, closed_at = s.closed_at, template = s.template,
          people = s.people
      from json_populate_recordset(
        cast(null as memory.deploy_request), cast(:stories as json)) as s
      where d.workspace_id = s.workspace_id and d.external_id = s.external_id
      """)
  void retell(String stories);
}
