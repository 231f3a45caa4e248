package io.schemamemory.memorywriter.sighting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Sightings: replaced per delivery, never changed. Rows are passed as a JSON array of
/// [SightingRow], ids and references as an `IdArray`.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface SightingRepository extends GenericRepository<SightingRow, Long> {
  /// The columns of a [SightingRow].
  String SELECT =
      """
      select
        s.observation_id, o.key, s.kind, s.channel, s.reference, s.event, s.organization, s.database_name, s.sent_at, s.occurred_at, s.exact, s.resource_updated_at,
        encode(s.digest, 'hex') as digest, cast(s.facts as text) as facts, s.observed_at, s.received_at
      from memory.sighting s
      join memory.observation o on o.id = s.observation_id
      """;

  @Query(
      "delete from memory.sighting where channel = :channel and reference = any(cast(:references as bigint[]))")
  void deleteSightings(String channel, String references);

  @Query(
      """
      insert into memory.sighting
        (observation_id, channel, reference, kind, event, organization, database_name, sent_at,
         occurred_at, exact, resource_updated_at, digest, facts, observed_at,
         received_at)
      select
        s.observation_id, s.channel, s.reference, s.kind, s.event, s.organization,
        s.database_name, s.sent_at, s.occurred_at, s.exact, s.resource_updated_at, decode(s.digest, 'hex'),
        cast(s.facts as jsonb), s.observed_at, s.received_at
      from json_to_recordset(cast(:sightings as json)) as s (
        observation_id bigint, channel text, reference bigint, kind text, event text,
        organization text, database_name text, sent_at timestamptz, occurred_at timestamptz,
        exact boolean, resource_updated_at timestamptz, digest text, facts text,
        observed_at timestamptz, received_at timestamptz)
      """)
  void insertSightings(String sightings);

  @Query(SELECT + "where s.observation_id = any(cast(:observationIds as bigint[]))")
  List<SightingRow> ofObservations(String observationIds);

  /// Without those of the observations that are known.
  @Query(
      SELECT
          + """
          where o.workspace_id = :workspaceId and o.deploy_request in (:deployRequests)
            and o.id <> all(cast(:known as bigint[]))
          """)
  List<SightingRow> ofDeployRequests(long workspaceId, List<String> deployRequests, String known);

  /// Audit entries about deploy requests, by path: not every entry gives the id.
  @Query(
      SELECT
          + """
          where s.channel = 'audit_log'
            and o.id in (
              select f.observation_id
              from memory.observation_facet f
              where f.workspace_id = :workspaceId and f.facet = 'deploy_request'
                and f.value in (:paths))
          """)
  List<SightingRow> ofAuditEntries(long workspaceId, List<String> paths);
}
