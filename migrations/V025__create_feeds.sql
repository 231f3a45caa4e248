-- A feed is one organization's audit log; these tables say how far it is read, who reads it, and how
-- often PlanetScale may still be asked.

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
  'One organization''s audit log. The function makes the first; others are added by the owner, who says whose they are.';

create table memory.feed_position (
  feed_id bigint not null,
  watermark timestamptz,
  caught_up_at timestamptz,
  whole boolean not null default true,
  began_at timestamptz,
  newest timestamptz,
  oldest timestamptz,
  cursor text,
  constraint feed_position_pkey primary key (feed_id),
  constraint feed_position_feed_fkey foreign key (feed_id) references memory.feed (id),
  -- Nothing is known of a walk that has not begun.
  constraint feed_position_walk_check check (
    (cursor is null) = (began_at is null) and (cursor is not null or (newest is null and oldest is null)))
);
comment on table memory.feed_position is 'Work table: how far a feed is read. Written with what was read.';
comment on column memory.feed_position.watermark is 'The newest entry below which nothing is missing; null before the first walk has ended.';
comment on column memory.feed_position.caught_up_at is 'When the last walk that has ended began: all that PlanetScale showed then is here.';
comment on column memory.feed_position.whole is 'The walk goes to the log''s end: the first does, and one in which the order or the cursor failed.';
comment on column memory.feed_position.began_at is 'When the walk under way began.';
comment on column memory.feed_position.newest is 'The newest entry of the walk under way: the next watermark.';
comment on column memory.feed_position.oldest is 'The entry the walk under way has come to: the next is no newer.';
comment on column memory.feed_position.cursor is 'Where the walk under way goes on.';

create table memory.lease (
  name text not null,
  owner text not null,
  until timestamptz not null,
  fence bigint not null,
  constraint lease_pkey primary key (name)
);
comment on table memory.lease is 'Work table: who may do a job, and until when. By the database''s clock.';
comment on column memory.lease.fence is 'Grows with each holder: what a former one still writes is refused.';

create table memory.request_budget (
  organization text not null,
  minute timestamptz not null,
  remaining integer not null,
  constraint request_budget_pkey primary key (organization),
  constraint request_budget_remaining_check check (remaining between 0 and 599)
);
comment on table memory.request_budget is
  'Work table: how many of 600 requests an organization may still make in a minute, whoever asks.';

-- The one feed nobody made is everybody's: a function must not choose whose an organization is.
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
  'The feed of an organization; one that nobody made becomes the workspace default''s.';

alter table memory.feed enable row level security;
create policy poll_audit_log_all on memory.feed for select to poll_audit_log using (true);
create policy read_memory_own on memory.feed for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy search_memory_chosen on memory.feed for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant select on memory.feed to poll_audit_log, read_memory, search_memory;
grant execute on function memory.ensure_feed(text) to poll_audit_log;
grant select, insert, update (watermark, caught_up_at, whole, began_at, newest, oldest, cursor)
on memory.feed_position to poll_audit_log;
grant select, insert, update (owner, until, fence) on memory.lease to poll_audit_log;
grant select, insert, update (minute, remaining) on memory.request_budget to poll_audit_log;
