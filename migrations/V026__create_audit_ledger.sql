-- PlanetScale forgets its audit log; this is our copy, and the record of the runs that made it.

-- Kept until somebody says otherwise: the memory does not forget by default.
insert into memory.retention_policy (table_name, keep) values
  ('audit_log_entry', interval 'infinity'),
  ('run', interval '3 months');

create table memory.audit_log_entry (
  feed_id bigint not null,
  id text not null,
  created_at timestamptz not null,
  number bigint generated always as identity,
  workspace_id bigint not null,
  updated_at timestamptz,
  action text not null,
  actor_type text,
  actor_id text,
  auditable_type text,
  auditable_id text,
  target_type text,
  target_id text,
  body bytea not null,
  remote_ip_hash bytea,
  email_hash bytea,
  polled_at timestamptz not null default clock_timestamp(),
  -- No foreign keys: making or dropping a month would lock the tables they point at.
  constraint audit_log_entry_pkey primary key (feed_id, id, created_at)
) partition by range (created_at);
comment on table memory.audit_log_entry is 'The audit ledger: each entry of a feed once, never updated.';
comment on column memory.audit_log_entry.id is 'PlanetScale''s, which like created_at never changes.';
comment on column memory.audit_log_entry.number is 'Ours, which a sighting refers to.';
comment on column memory.audit_log_entry.action is 'Such as deploy_request.approved; PlanetScale adds to these.';
comment on column memory.audit_log_entry.auditable_id is 'What it was done to; target is what that belongs to.';
comment on column memory.audit_log_entry.body is
  'The entry''s exact bytes, sealed: names, address, location and metadata stand nowhere else.';
comment on column memory.audit_log_entry.remote_ip_hash is 'Keyed hash of the network address, to look for one.';
comment on column memory.audit_log_entry.email_hash is 'Keyed hash of the first e-mail address the entry names.';

create index audit_log_entry_time_idx on memory.audit_log_entry (workspace_id, created_at desc);
create index audit_log_entry_actor_idx on memory.audit_log_entry (workspace_id, actor_id, created_at desc);
create index audit_log_entry_remote_ip_idx on memory.audit_log_entry (remote_ip_hash)
  where remote_ip_hash is not null;
create index audit_log_entry_email_idx on memory.audit_log_entry (email_hash) where email_hash is not null;

create table memory.run (
  id bigint generated always as identity,
  started_at timestamptz not null default clock_timestamp(),
  function text not null,
  ended_at timestamptz,
  outcome text not null default 'running',
  numbers jsonb not null default '{}',
  constraint run_pkey primary key (id, started_at),
  constraint run_outcome_check check (outcome in ('running', 'done', 'failed')),
  constraint run_ended_at_check check ((outcome = 'running') = (ended_at is null))
) partition by range (started_at);
comment on table memory.run is 'Each scheduled run: what it did, how it ended. Dropped by month.';
comment on column memory.run.outcome is 'One that stays at running was killed.';
comment on column memory.run.numbers is 'What it did, by name.';

create index run_function_idx on memory.run (function, started_at desc);

select memory.ensure_month(t.name, now() + make_interval(months => ahead))
from unnest(array['audit_log_entry', 'run']) as t (name), generate_series(0, 2) as ahead;

alter table memory.audit_log_entry enable row level security;
create policy poll_audit_log_all on memory.audit_log_entry
  to poll_audit_log using (true) with check (true);
create policy read_memory_own on memory.audit_log_entry for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy search_memory_chosen on memory.audit_log_entry for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant execute on function memory.ensure_month(text, timestamptz) to poll_audit_log;
-- ON CONFLICT and RETURNING read what they name.
grant
  select (feed_id, id, created_at, number),
  insert (
    feed_id, id, created_at, workspace_id, updated_at, action, actor_type, actor_id, auditable_type,
    auditable_id, target_type, target_id, body, remote_ip_hash, email_hash)
on memory.audit_log_entry to poll_audit_log;
grant select (
  feed_id, id, created_at, number, workspace_id, updated_at, action, actor_type, actor_id,
  auditable_type, auditable_id, target_type, target_id, polled_at)
on memory.audit_log_entry to read_memory, search_memory;
grant
  select (id, started_at, outcome),
  insert (function),
  update (ended_at, outcome, numbers)
on memory.run to poll_audit_log;
