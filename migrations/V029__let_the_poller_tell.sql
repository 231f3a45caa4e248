-- An audit entry is remembered as a delivery is: the poller writes people, observations and stories
-- under the locks the normalizer takes, and so needs its rights to them.

create policy poll_audit_log_all on memory.person
  to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.observation
  to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.deploy_request
  to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.observation_facet
  to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.entity
  to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.temporal_state
  to poll_audit_log using (true) with check (true);

grant select, insert (id, workspace_id), update (display_name, avatar_url, named_at) on memory.person
  to poll_audit_log;
grant select, insert (workspace_id, actor_type, provider_id) on memory.person_identity to poll_audit_log;
grant usage on sequence memory.person_id_seq to poll_audit_log;
grant select, insert, update, delete on memory.observation to poll_audit_log;
grant select, insert, delete on memory.sighting to poll_audit_log;
grant select, insert, update, delete on memory.deploy_request to poll_audit_log;
grant select, insert, delete on memory.observation_facet to poll_audit_log;
grant
  select,
  insert (workspace_id, kind, name, first_seen, last_seen),
  update (first_seen, last_seen),
  delete
on memory.entity to poll_audit_log;
grant select, insert, delete on memory.temporal_state to poll_audit_log;
