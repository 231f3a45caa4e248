-- Who may do what, on one page: a group role per function and one for people, and the rows each sees.
-- Every table with a policy has had row-level security since it was created; no policy, no rows.

grant usage on schema memory to
  receive_webhook, normalize_deliveries, poll_audit_log, reconcile_sources, apply_retention,
  search_memory, read_memory;

-- receive_webhook: only its function.
grant execute on function memory.receive(text, text, text, timestamptz, bytea)
to receive_webhook;

-- normalize_deliveries: reads deliveries, empties the inbox, writes the memory of every workspace.
-- It stores deliveries from the spill queue through receive too.
grant execute on function
  memory.receive(text, text, text, timestamptz, bytea),
  memory.ensure_month(text, timestamptz)
to normalize_deliveries;
grant select on memory.source, memory.delivery, memory.delivery_body to normalize_deliveries;
-- The update right is also what FOR UPDATE asks for.
grant select, insert (delivery_id, received_at), update (attempts, not_before, refusals), delete
on memory.pending to normalize_deliveries;
grant select, insert, update (last_matched_at) on memory.secret_use to normalize_deliveries;
grant
  select,
  insert (kind, reference, event, reason, attempts, version),
  update (event, reason, attempts, version, quarantined_at),
  delete
on memory.quarantine to normalize_deliveries;
grant
  select,
  insert (selection, argument, last_delivery_id),
  update (position, replayed, without_body, finished_at)
on memory.replay to normalize_deliveries;

-- poll_audit_log: reads feeds and writes the ledger. ON CONFLICT and RETURNING read the columns they
-- name. It reads and updates sealed columns when keys rotate; no other function has the keys.
grant execute on function memory.ensure_feed(text), memory.ensure_month(text, timestamptz) to poll_audit_log;
grant select on memory.feed to poll_audit_log;
-- The only function with keys: it writes the canary once, and again after a reseal.
grant select, insert (sealed, hash), update (sealed, hash) on memory.keyset_canary to poll_audit_log;
grant select, insert, update (
  watermark, caught_up_at, full_scan, began_at, newest, oldest, cursor, pages, mark, overlap, latest,
  compared_at, comparing_since, comparing_cursor, comparing_oldest, comparing_edge, comparing_missing,
  comparing_pages, comparing_mark)
on memory.feed_position to poll_audit_log;
grant
  select (
    feed_id, id, created_at, time_doubtful, number, workspace_id, body, remote_ip_hash, email_hash),
  insert (
    feed_id, id, created_at, time_doubtful, workspace_id, updated_at, action, actor_type, actor_id, auditable_type,
    auditable_id, target_type, target_id, body, remote_ip_hash, email_hash),
  update (body, remote_ip_hash, email_hash)
on memory.audit_log_entry to poll_audit_log;
grant select, insert, update (owner, until, fence) on memory.lease to poll_audit_log;
grant select, insert, update (minute, remaining) on memory.request_budget to poll_audit_log;
grant
  select,
  insert (kind, feed_id, reference, event, reason, attempts, version, payload),
  update (reason, attempts, version, payload, quarantined_at),
  delete
on memory.quarantine to poll_audit_log;

-- Both write the memory, under the same locks. An observation is deleted with its last sighting, a story
-- with its last observation.
grant usage on sequence memory.person_id_seq to normalize_deliveries, poll_audit_log;
grant select, insert (id, workspace_id), update (display_name, avatar_url, named_at, name_doubtful)
on memory.person to normalize_deliveries, poll_audit_log;
grant select, insert (workspace_id, actor_type, provider_id)
on memory.person_identity to normalize_deliveries, poll_audit_log;
grant select, insert, update, delete on memory.observation, memory.deploy_request
to normalize_deliveries, poll_audit_log;
-- ON CONFLICT DO UPDATE asks for the update right, and never updates.
grant select, insert, update (path) on memory.path_lock to normalize_deliveries, poll_audit_log;
grant select, insert, delete on memory.sighting, memory.observation_facet, memory.temporal_state
to normalize_deliveries, poll_audit_log;
grant select, insert (workspace_id, kind, key, name, first_seen, last_seen), update (name, first_seen, last_seen), delete
on memory.entity to normalize_deliveries, poll_audit_log;
grant
  select,
  insert (workspace_id, kind, id, name, place, first_seen, last_seen),
  update (first_seen, last_seen, former)
on memory.resource_name to normalize_deliveries, poll_audit_log;

-- apply_retention: reads the names of months and policies, and no row of the memory.
grant execute on function
  memory.month_of(text),
  memory.ensure_month(text, timestamptz),
  memory.premake_month(text, date),
  memory.drop_month(text, date),
  memory.holds_of_month(text, date)
to apply_retention;
grant select on memory.retention_policy to apply_retention;

-- Every scheduled function records its own runs. The poller also runs the doctor, which reads all runs.
grant select (id, started_at), insert (function), update (ended_at, outcome, numbers)
on memory.run to normalize_deliveries, poll_audit_log, apply_retention;
grant select (function, outcome) on memory.run to poll_audit_log;

-- read_memory is for people's logins, search_memory for the function that reads for them.
grant execute on function memory.reader_workspace() to read_memory;
grant execute on function memory.chosen_workspace() to search_memory;
grant execute on function
  memory.filled_template(bigint, text, bigint[]),
  memory.entry_text(bigint, text, bigint[]),
  memory.timeline_page(timestamptz, bigint, integer),
  memory.names_of(text, text),
  memory.search(jsonb, timestamptz, bigint, integer),
  memory.entity_key(text, text),
  memory.states_of(text, text),
  memory.state_at(text, text, timestamptz)
to read_memory, search_memory;
grant select on
  memory.timeline, memory.story, memory.alias, memory.holder, memory.begun_state, memory.named_state,
  memory.renamed_branch, memory.state, memory.observation, memory.deploy_request,
  memory.observation_facet, memory.entity, memory.resource_name, memory.temporal_state, memory.feed
to read_memory, search_memory;
grant select (id, workspace_id, display_name) on memory.person to read_memory, search_memory;
grant select (
  feed_id, id, created_at, time_doubtful, number, workspace_id, updated_at, action, actor_type, actor_id,
  auditable_type, auditable_id, target_type, target_id, polled_at)
on memory.audit_log_entry to read_memory, search_memory;

-- The functions that write the memory work across workspaces.
create policy normalize_deliveries_all on memory.person to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.observation to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.deploy_request to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.observation_facet to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.entity to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.resource_name to normalize_deliveries using (true) with check (true);
create policy normalize_deliveries_all on memory.temporal_state to normalize_deliveries using (true) with check (true);
create policy poll_audit_log_all on memory.person to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.observation to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.deploy_request to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.observation_facet to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.entity to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.resource_name to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.temporal_state to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.audit_log_entry to poll_audit_log using (true) with check (true);
create policy poll_audit_log_all on memory.feed for select to poll_audit_log using (true);

-- A run belongs to its function.
create policy normalize_deliveries_own on memory.run
  to normalize_deliveries using (function = 'normalize-deliveries');
create policy apply_retention_own on memory.run
  to apply_retention using (function = 'apply-retention');
create policy poll_audit_log_all on memory.run for select
  to poll_audit_log using (true);
create policy poll_audit_log_begins on memory.run for insert
  to poll_audit_log with check (function = 'poll-audit-log');
create policy poll_audit_log_ends on memory.run for update
  to poll_audit_log using (function = 'poll-audit-log');

-- A person's login sees its own workspace. The subselect runs once per statement and keeps the index.
create policy read_memory_own on memory.person for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.observation for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.deploy_request for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.observation_facet for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.entity for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.resource_name for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.temporal_state for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.audit_log_entry for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.feed for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));

-- The search function sees the workspace its transaction chose.
create policy search_memory_chosen on memory.person for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.observation for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.deploy_request for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.observation_facet for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.entity for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.resource_name for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.temporal_state for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.audit_log_entry for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
create policy search_memory_chosen on memory.feed for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));
