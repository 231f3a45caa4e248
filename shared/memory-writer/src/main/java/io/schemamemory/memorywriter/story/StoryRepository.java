package io.schemamemory.memorywriter.story;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.schemamemory.memorywriter.observation.ObservationRow;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Stories: inserted empty, locked in key order before their fold reads anything, then updated.
@JdbcRepository(dialect = Dialect.POSTGRES)
abstract class StoryRepository implements GenericRepository<ObservationRow, Long> {
  private static final Set<String> KEY = Set.of("workspace_id", "external_id");

  private final JdbcOperations jdbc;

  StoryRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes the ids as a JSON array.
  @Query(
      """
      insert into memory.deploy_request (workspace_id, external_id)
      select :workspaceId, external_id
      from json_array_elements_text(cast(:externalIds as json)) as external_id
      order by external_id
      on conflict do nothing
      """)
  abstract void insertMissing(long workspaceId, String externalIds);

  @Query(
      """
      select external_id
      from memory.deploy_request
      where workspace_id = :workspaceId and external_id in (:externalIds)
      order by external_id
      for update
      """)
  abstract List<String> lockDeployRequests(long workspaceId, List<String> externalIds);

  /// Until the transaction ends. ON CONFLICT locks a row that is there, and the condition keeps it
  /// from writing it.
  @Query(
      """
      insert into memory.path_lock (workspace_id, path)
      select :workspaceId, path
      from json_array_elements_text(cast(:paths as json)) as path
      order by path collate "C"
      on conflict on constraint path_lock_pkey do update set path = excluded.path where false
      """)
  abstract void lockPaths(long workspaceId, String paths);

  /// The ids of known deploy requests that a milestone gave one of the paths: of several where a
  /// database was made anew under an old name, of one under several where it was renamed.
  @Query(
      """
      select distinct d.external_id
      from memory.observation_facet f
      join memory.observation o on o.id = f.observation_id
      join memory.deploy_request d
        on d.workspace_id = o.workspace_id and d.external_id = o.deploy_request
      where f.workspace_id = :workspaceId and f.facet = 'deploy_request' and f.value in (:paths)
      """)
  abstract List<String> findIdsByPath(long workspaceId, List<String> paths);

  /// The deploy requests that the sightings of references are about: their replacements may be
  /// about others.
  @Query(
      """
      select distinct o.deploy_request
      from memory.sighting s
      join memory.observation o on o.id = s.observation_id
      where s.channel = :channel and s.reference = any(cast(:references as bigint[]))
        and o.deploy_request is not null
      """)
  abstract List<String> findIdsByReference(String channel, String references);

  @Query(
      """
      delete from memory.deploy_request
      where workspace_id = :workspaceId and external_id in (:externalIds)
      """)
  abstract void deleteDeployRequests(long workspaceId, List<String> externalIds);

  /// Takes [StoryRow]s as a JSON array.
  ///
  /// @param columns of these rows: the fields of our records, never text from outside
  void updateDeployRequests(Collection<String> columns, String stories) {
    String assignments =
        columns.stream()
            .filter(column -> !KEY.contains(column))
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    jdbc.prepareStatement(
        """
        update memory.deploy_request d
        set %s
        from json_populate_recordset(cast(null as memory.deploy_request), cast(? as json)) as s
        where d.workspace_id = s.workspace_id and d.external_id = s.external_id
        """
            .formatted(assignments),
        statement -> {
          statement.setString(1, stories);
          return statement.executeUpdate();
        });
  }
}
