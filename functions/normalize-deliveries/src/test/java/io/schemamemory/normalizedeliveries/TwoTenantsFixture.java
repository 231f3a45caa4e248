package io.schemamemory.normalizedeliveries;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Samples;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Two workspaces with the same content, except for their organization's name.
abstract class TwoTenantsFixture extends NormalizerFixture {
  private static final String OTHER = "select id from memory.workspace where name = 'other'";

  @BeforeEach
  void twoWorkspaces() {
    database.asOwner("insert into memory.workspace (name) values ('other') on conflict do nothing");
    database.receive(Samples.payload("deploy_request.opened"), Samples.payload("branch.ready"));
    run();
    // The same memory again, in the other workspace.
    database.asOwner(
        """
        insert into memory.person (id, workspace_id, display_name) overriding system value
        select p.id + 1000, (%1$s), 'Other Jane' from memory.person p;
        insert into memory.observation
          (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
        select (%1$s), key, kind, 'other', database_name, occurred_at, template,
          array(select person + 1000 from unnest(people) as person)
        from memory.observation;
        insert into memory.deploy_request (workspace_id, external_id, organization)
        select (%1$s), external_id, 'other' from memory.deploy_request;
        insert into memory.observation_facet
          (workspace_id, facet, value, occurred_at, observation_id)
        select (%1$s), f.facet, f.value, f.occurred_at, theirs.id
        from memory.observation_facet f
        join memory.observation ours on ours.id = f.observation_id
        join memory.observation theirs on theirs.key = ours.key and theirs.id <> ours.id;
        insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
        select (%1$s), kind, key, name, 'epoch', last_seen from memory.entity;
        insert into memory.temporal_state
          (workspace_id, kind, key, branch, attribute, valid_from, step, observation_id, value)
        select (%1$s), kind, key, branch, attribute, valid_from, step, observation_id, 'theirs'
        from memory.temporal_state;
        insert into memory.feed (workspace_id, organization) values (1, 'acme'), ((%1$s), 'other');
        insert into memory.audit_log_entry (feed_id, workspace_id, id, created_at, action, body)
        select id, workspace_id, 'a1', now(), 'database_branch.created', '\\x01' from memory.feed
        """
            .formatted(OTHER));
  }

  @AfterEach
  void oneWorkspace() {
    database.empty();
    database.asOwner("delete from memory.workspace where name = 'other'");
  }

  static String other() {
    return String.valueOf(database.rows(OTHER).getFirst().get("id"));
  }

  static String ask(@Nullable String tenant, String query) throws SQLException {
    return TenantQuery.as(Login.SEARCH_MEMORY, tenant, query);
  }
}
