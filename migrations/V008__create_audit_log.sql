-- PlanetScale deletes old audit entries: our copy of them, how far it is read, and the request budget.

create table memory.feed (
  id bigint generated always as identity,
  workspace_id bigint not null,
  organization text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint feed_pkey primary key (id),
  constraint feed_organization_key unique (organization),
  constraint feed_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint feed_organization_check check (organization ~ '\S' and octet_length(organization) <= 255)
);
comment on table memory.feed is
  'One organization''s audit log. poll-audit-log creates the first; the owner adds others and chooses their workspace.';

alter table memory.feed enable row level security;

-- A new feed belongs to the workspace default: a function must not choose an organization's workspace.
create function memory.ensure_feed(organization text) returns bigint
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  feed_id bigint;
begin
  select f.id into feed_id from memory.feed f where f.organization = ensure_feed.organization;
  if found then
    return feed_id;
  end if;
  insert into memory.feed (workspace_id, organization)
  select w.id, ensure_feed.organization from memory.workspace w where w.name = 'default'
  on conflict on constraint feed_organization_key do nothing;
  select f.id into feed_id from memory.feed f where f.organization = ensure_feed.organization;
  return feed_id;
end
$$;
comment on function memory.ensure_feed(text) is
  'The id of an organization''s feed; a missing feed is created in the workspace default.';

create table memory.feed_position (
  feed_id bigint not null,
  watermark timestamptz,
  caught_up_at timestamptz,
  full_scan boolean not null default true,
  began_at timestamptz,
  newest timestamptz,
  oldest timestamptz,
  cursor text,
  pages bigint not null default 0,
  mark text,
  overlap interval not null default '1 hour',
  latest interval not null default '0',
  compared_at timestamptz,
  comparing_since timestamptz,
  comparing_cursor text,
  comparing_oldest timestamptz,
  comparing_edge text[] not null default '{}',
  comparing_missing bigint,
  comparing_pages bigint not null default 0,
  comparing_mark text,
  constraint feed_position_pkey primary key (feed_id),
  constraint feed_position_feed_fkey foreign key (feed_id) references memory.feed (id),
  -- Without a walk under way, its columns are null.
  constraint feed_position_walk_check check (
    (cursor is null) = (began_at is null) and (cursor is not null or (newest is null and oldest is null))),
  constraint feed_position_comparing_check check ((comparing_cursor is null) = (comparing_since is null))
);
comment on table memory.feed_position is
  'Work table: how far a feed is read. Written in the same transaction as the entries.';
comment on column memory.feed_position.watermark is
  'The newest entry below which nothing is missing; null before the first walk has ended.';
comment on column memory.feed_position.caught_up_at is
  'When the last finished walk began: everything PlanetScale listed then is stored.';
comment on column memory.feed_position.full_scan is
  'Whether the walk reads to the log''s end: the first one does, and one in which the order or the cursor failed.';
comment on column memory.feed_position.began_at is 'When the walk under way began.';
comment on column memory.feed_position.newest is
  'The newest entry of the walk under way: the next watermark.';
comment on column memory.feed_position.oldest is
  'The last entry the walk under way has read: the next is no newer.';
comment on column memory.feed_position.cursor is 'Where the walk under way continues.';
comment on column memory.feed_position.pages is 'How many pages the walk under way has read.';
comment on column memory.feed_position.mark is
  'An earlier cursor of the walk under way: back there, it goes round in a circle.';
comment on column memory.feed_position.overlap is
  'How far below the watermark each walk rereads, since entries come late; learned, between 1 and 12 hours.';
comment on column memory.feed_position.latest is
  'How far below the watermark the latest entry was that came late since the last comparison.';
comment on column memory.feed_position.compared_at is
  'When the last comparison of all that PlanetScale keeps began; null to compare as soon as possible.';
comment on column memory.feed_position.comparing_since is 'When the comparison under way began.';
comment on column memory.feed_position.comparing_cursor is 'Where the comparison under way continues.';
comment on column memory.feed_position.comparing_oldest is
  'The last entry the comparison under way has read: the next is no newer.';
comment on column memory.feed_position.comparing_edge is 'The ids of the entries it read of that very time.';
comment on column memory.feed_position.comparing_missing is
  'Ledger entries it should have been shown and was not; null if unknown, because the order was violated.';
comment on column memory.feed_position.comparing_pages is 'How many pages the comparison under way has read.';
comment on column memory.feed_position.comparing_mark is
  'An earlier cursor of the comparison under way: back there, it goes round in a circle.';

create table memory.audit_log_entry (
  feed_id bigint not null,
  id text not null,
  created_at timestamptz not null,
  time_doubtful boolean not null default false,
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
comment on table memory.audit_log_entry is
  'The audit ledger: each entry of a feed once, never updated, except to seal it with a new key.';
comment on column memory.audit_log_entry.id is 'PlanetScale''s id; like created_at it never changes.';
comment on column memory.audit_log_entry.time_doubtful is
  'Whether created_at lay beyond our clock when the entry was read: kept as sent, but it leads nothing.';
comment on column memory.audit_log_entry.number is 'Our own number, which sightings refer to.';
comment on column memory.audit_log_entry.action is
  'For example deploy_request.approved; PlanetScale adds new ones.';
comment on column memory.audit_log_entry.auditable_id is
  'What the action was done to; the target is what that belongs to.';
comment on column memory.audit_log_entry.body is
  'The entry''s exact bytes, sealed: names, address, location and metadata are stored nowhere else.';
comment on column memory.audit_log_entry.remote_ip_hash is 'Keyed hash of the network address, to search by.';
comment on column memory.audit_log_entry.email_hash is
  'Keyed hash of the first e-mail address in the entry, to search by.';

create index audit_log_entry_time_idx on memory.audit_log_entry (workspace_id, created_at desc);
create index audit_log_entry_actor_idx on memory.audit_log_entry (workspace_id, actor_id, created_at desc);
create index audit_log_entry_remote_ip_idx on memory.audit_log_entry (remote_ip_hash)
  where remote_ip_hash is not null;
create index audit_log_entry_email_idx on memory.audit_log_entry (email_hash) where email_hash is not null;

alter table memory.audit_log_entry enable row level security;

-- Kept until the owner sets another policy: by default nothing is dropped.
insert into memory.retention_policy (table_name, keep) values ('audit_log_entry', interval 'infinity');

select memory.ensure_month('audit_log_entry', now() + make_interval(months => ahead))
from generate_series(0, 2) as ahead;

-- The ledger has no foreign key to its feed. Waits for a poller that is writing, as for a source's webhooks.
create function memory.keep_feed_with_entries() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform memory.require_read_committed();
  lock table only memory.audit_log_entry in share mode;
  if exists (select from memory.audit_log_entry e where e.feed_id = old.id) then
    raise exception 'feed % has entries, which outlive it', old.id
      using errcode = 'foreign_key_violation';
  end if;
  return old;
end
$$;

create trigger feed_with_entries_stays before delete on memory.feed
for each row execute function memory.keep_feed_with_entries();

create trigger feed_stays_in_its_workspace before update of id, workspace_id on memory.feed
for each row when (old.id <> new.id or old.workspace_id <> new.workspace_id)
execute function memory.keep_workspace();

create trigger feeds_stay before truncate on memory.feed
for each statement execute function memory.keep_rows();

create table memory.lease (
  name text not null,
  owner text not null,
  until timestamptz not null,
  fence bigint not null,
  constraint lease_pkey primary key (name)
);
comment on table memory.lease is 'Work table: who may run a job, and until when, by the database''s clock.';
comment on column memory.lease.fence is
  'Grows with each holder, so that writes of a former holder are refused.';

create table memory.request_budget (
  organization text not null,
  minute timestamptz not null,
  remaining integer not null,
  constraint request_budget_pkey primary key (organization),
  constraint request_budget_remaining_check check (remaining between 0 and 599)
);
comment on table memory.request_budget is
  'Work table: how many of 600 requests are left to an organization in a minute, for all functions together.';
