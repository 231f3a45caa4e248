package io.schemamemory.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Stories: made empty, locked in key order before their fold is read, told again.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface StoryRepository extends GenericRepository<StoryRow, String> {
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
      where s.channel = :channel and s.reference in (:references)
        and o.deploy_request is not null
      """)
  List<String> toldBefore(String channel, List<Long> references);

  @Query(
      """
      delete from memory.deploy_request
      where workspace_id = :workspaceId and external_id in (:externalIds)
      """)
  void drop(long workspaceId, List<String> externalIds);

  @Query(
      """
      update memory.deploy_request
      set number = :number, organization = :organization, database_name = :databaseName,
          branch = :branch, into_branch = :intoBranch, html_url = :htmlUrl, outcome = :outcome,
          can_drop_data = :canDropData, statements = cast(:statements as jsonb),
          errors = cast(:errors as jsonb), opened_by = :openedBy, opened_at = :openedAt,
          approved = cast(:approved as boolean), approved_by = :approvedBy,
          approved_at = :approvedAt, queued_by = :queuedBy, queued_at = :queuedAt,
          started_at = :startedAt, ready_to_cutover_at = :readyToCutoverAt,
          cut_over_by = :cutOverBy, cut_over_at = :cutOverAt, deployed_by = :deployedBy,
          deployed_at = :deployedAt, instant = :instant, revertible_until = :revertibleUntil,
          cancelled_by = :cancelledBy, cancelled_at = :cancelledAt, reverted_by = :revertedBy,
          reverted_at = :revertedAt, revert_failed = :revertFailed, errored_at = :erroredAt,
          closed_by = :closedBy, closed_at = :closedAt, template = :template,
          people = cast(:people as bigint[])
      where workspace_id = :workspaceId and external_id = :externalId
      """)
  void retell(List<StoryRow> stories);
}
