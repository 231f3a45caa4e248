package io.schemamemory.memorywriter.entity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Facets and states: deleted and inserted with their observations. Rows are passed as a JSON
/// array, ids as an `IdArray`, so that one statement writes many.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FacetRepository extends GenericRepository<EntityRow, String> {
  @Query(
      """
      select distinct f.facet as kind, f.value as key
      from memory.observation_facet f
      where f.observation_id = any(cast(:observationIds as bigint[]))
        and f.facet not in ('person', 'kind', 'operation', 'data_loss')
      """)
  List<EntityRow> findEntities(String observationIds);

  @Query(
      "delete from memory.observation_facet where observation_id = any(cast(:observationIds as bigint[]))")
  void deleteFacets(String observationIds);

  @Query(
      "delete from memory.temporal_state where observation_id = any(cast(:observationIds as bigint[]))")
  void deleteStates(String observationIds);

  @Query(
      """
      insert into memory.observation_facet (workspace_id, facet, value, occurred_at, observation_id, written)
      select o.workspace_id, f.facet, f.value, o.occurred_at, o.id, nullif(f.written, f.value)
      from json_to_recordset(cast(:facets as json))
        as f (id bigint, facet text, value text, written text)
      join memory.observation o on o.id = f.id
      """)
  void insertFacets(String facets);

  @Query(
      """
      insert into memory.temporal_state
        (workspace_id, kind, key, branch, attribute, valid_from, step, observation_id, value,
         doubtful, resource)
      select
        o.workspace_id, s.kind, s.key, s.branch, s.attribute, o.occurred_at, s.step, o.id, s.value,
        o.doubtful_at is not null, s.resource
      from json_to_recordset(cast(:states as json)) as s (
        id bigint, kind text, key text, branch text, attribute text, value text, step smallint,
        resource text)
      join memory.observation o on o.id = s.id
      """)
  void insertStates(String states);
}
