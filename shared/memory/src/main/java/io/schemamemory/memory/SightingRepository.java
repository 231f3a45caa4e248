package io.schemamemory.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Sightings: replaced per delivery, never changed; and the best one of each observation.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface SightingRepository extends GenericRepository<SightingRow, Long> {
  /// What [#best] and [#bestOf] read, and the order that decides: the milestone's own time known,
  /// the channel, the resource's age, the digest.
  String BEST =
      """
      select distinct on (s.observation_id)
        s.observation_id, o.workspace_id, o.key, s.kind, s.reference, s.event, s.organization,
        s.database_name, s.sent_at, s.occurred_at, s.exact, s.resource_updated_at,
        encode(s.digest, 'hex') as digest, cast(s.facts as text) as facts, s.observed_at
      from memory.sighting s
      join memory.observation o on o.id = s.observation_id
      """;

  String BEST_FIRST =
      """
      order by s.observation_id, s.exact desc,
        array_position(array['api', 'webhook', 'audit_log'], s.channel),
        s.resource_updated_at desc nulls last, s.digest desc
      """;

  @Query("delete from memory.sighting where channel = 'webhook' and reference in (:deliveryIds)")
  void forget(List<Long> deliveryIds);

  @Query(
      """
      insert into memory.sighting
        (observation_id, channel, reference, kind, event, organization, database_name, sent_at,
         occurred_at, exact, resource_updated_at, digest, facts, observed_at)
      select
        o.id, 'webhook', :reference, :kind, :event, :organization, :databaseName, :sentAt,
        :occurredAt, :exact, cast(:resourceUpdatedAt as timestamptz), decode(:digest, 'hex'),
        cast(:facts as jsonb), :observedAt
      from memory.observation o
      where o.workspace_id = :workspaceId and o.key = :key
      """)
  int see(List<SightingRow> sightings);

  @Query(BEST + "where s.observation_id in (:observationIds)\n" + BEST_FIRST)
  List<SightingRow> best(List<Long> observationIds);

  @Query(
      BEST
          + "where o.workspace_id = :workspaceId and o.deploy_request in (:deployRequests)\n"
          + BEST_FIRST)
  List<SightingRow> bestOf(long workspaceId, List<String> deployRequests);
}
