package io.schemamemory.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// People and what PlanetScale calls them. Every list comes in key order, so that two workers lock
/// the same people in the same order.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonIdentityRepository extends GenericRepository<PersonIdentity, Long> {
  /// Takes an id for whoever is new; two workers meet on the key.
  @Query(
      """
      insert into memory.person_identity (workspace_id, actor_type, provider_id)
      values (:workspaceId, :actorType, :providerId)
      on conflict do nothing
      """)
  void meet(List<PersonIdentity> people);

  @Query(
      """
      insert into memory.person (id, workspace_id) overriding system value
      select person_id, workspace_id
      from memory.person_identity
      where workspace_id = :workspaceId and actor_type = :actorType and provider_id = :providerId
      on conflict do nothing
      """)
  void settle(List<PersonIdentity> people);

  /// The newest name wins, whatever the order of arrival; a forgotten person stays nameless.
  @Query(
      """
      update memory.person p
      set display_name = :displayName, avatar_url = :avatarUrl, named_at = :namedAt
      from memory.person_identity i
      where i.workspace_id = :workspaceId and i.actor_type = :actorType
        and i.provider_id = :providerId and p.id = i.person_id and p.forgotten_at is null
        and cast(:displayName as text) is not null
        and (p.named_at is null or (p.named_at, coalesce(p.display_name, ''))
          < (cast(:namedAt as timestamptz), cast(:displayName as text)))
      """)
  void name(List<PersonIdentity> people);

  @Query(
      """
      select person_id, workspace_id, actor_type, provider_id, null as display_name,
        null as avatar_url, now() as named_at
      from memory.person_identity
      where workspace_id = :workspaceId and provider_id in (:providerIds)
      """)
  List<PersonIdentity> find(long workspaceId, List<String> providerIds);
}
