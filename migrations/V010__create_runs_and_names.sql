-- What runs leave for later ones: their record, so that the doctor can report runs that never ended, and
-- what shows that a keyset is the one this database's values are sealed with.

create table memory.run (
  id bigint generated always as identity,
  function text not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text not null default 'running',
  numbers jsonb not null default '{}',
  constraint run_pkey primary key (id, started_at),
  constraint run_outcome_check check (outcome in ('running', 'done', 'failed')),
  constraint run_ended_at_check check ((outcome = 'running') = (ended_at is null))
) partition by range (started_at);
comment on table memory.run is
  'Each scheduled run and how it ended; of normalize-deliveries only runs that found work. Dropped by month.';
comment on column memory.run.outcome is 'A run that stays running was killed.';
comment on column memory.run.numbers is 'Counts of what it did, by name.';

create index run_function_idx on memory.run (function, started_at desc);

alter table memory.run enable row level security;

insert into memory.retention_policy (table_name, keep) values ('run', interval '3 months');

select memory.ensure_month('run', now() + make_interval(months => ahead))
from generate_series(0, 2) as ahead;

-- Without it a function that was given another database's keyset would go on sealing with it, and nobody
-- would notice before the values are needed. One row: of two that write it first, one finds the other's.
create table memory.keyset_canary (
  id smallint not null default 1,
  sealed bytea,
  hash bytea,
  made_at timestamptz not null default clock_timestamp(),
  constraint keyset_canary_pkey primary key (id),
  constraint keyset_canary_id_check check (id = 1),
  constraint keyset_canary_sealed_check check ((sealed is null) = (hash is null))
);
comment on table memory.keyset_canary is
  'A text everybody knows, sealed and hashed when the keyset was first used: who cannot open it has other keys.';
comment on column memory.keyset_canary.sealed is
  'Sealed again at the end of a reseal. Null: the owner gives the former keys up, and the next keyset is taken.';
comment on column memory.keyset_canary.hash is 'Keyed hash of the same, made again with it.';
comment on column memory.keyset_canary.made_at is 'When the keyset was first used.';

-- Names that mean the same: a rename is what one id shows, seen with one name and later with another. A
-- name is followed to later ones from the rename on, and to earlier ones until the rename, so that what gets
-- the old name afterwards is another thing. Only names that were replaced are read, which are few.
--
-- Nobody says when a rename was, only what was last seen before and first seen after. What happened up to an
-- hour before the first body with the new name may be told in that body. And two names that are swapped are not
-- followed from one database into the other: each rename must come after the one before it.
--
-- A database's own keyspace is not part of a table's path, and may keep its name when the database gets
-- another one; so the scope `table` has two pairs more for each rename: from the former name, and from the
-- new one to a table that is still in the keyspace of the former name.
create view memory.alias with (security_invoker = true) as
with recursive pair as (
  select
    f.workspace_id, level.scope, level.former, level.name,
    max(f.last_seen) as former_last, min(n.first_seen) as name_first
  from memory.resource_name f
  join memory.resource_name n
    on (n.workspace_id, n.kind, n.id) = (f.workspace_id, f.kind, f.id) and (n.last_seen, n.name) > (f.last_seen, f.name)
  cross join lateral (
    values
      ('organization', split_part(f.place, '/', 1), split_part(n.place, '/', 1)),
      ('database', f.place, n.place),
      ('table', f.place, n.place || '/' || split_part(f.place, '/', 2)),
      ('table', n.place, n.place || '/' || split_part(f.place, '/', 2)),
      ('branch', f.name, n.name)
  ) as level (scope, former, name)
  where f.former and level.former <> level.name
    -- What nothing is called any longer, because it was read differently, is no name.
    and 2 = (
      select count(*) from memory.entity e
      where e.workspace_id = f.workspace_id and e.key in (f.name, n.name)
        and e.kind = case when f.kind in ('branch', 'deploy_request') then f.kind else 'database' end)
    and (level.scope <> 'branch' or f.kind = 'branch')
    and (level.scope <> 'table' or split_part(n.place, '/', 2) <> split_part(f.place, '/', 2))
  group by f.workspace_id, level.scope, level.former, level.name
),
walk as (
  select
    p.workspace_id, p.scope, p.former as name, p.name as other, p.former_last, p.name_first, true as forward
  from pair p
  union
  select p.workspace_id, p.scope, p.name, p.former, p.former_last, p.name_first, false
  from pair p where not starts_with(p.name, p.former || '/')
  union
  select
    w.workspace_id, w.scope, w.name, case when w.forward then p.name else p.former end,
    p.former_last, p.name_first, w.forward
  from walk w
  join pair p
    on p.workspace_id = w.workspace_id and p.scope = w.scope
    and case
      when w.forward then p.former = w.other and p.former_last >= w.name_first
      else
        p.name = w.other and p.name_first <= w.former_last and not starts_with(p.name, p.former || '/')
    end
)
select
  workspace_id, scope, name, other,
  min(case
    when forward then least(name_first, greatest(former_last, name_first - interval '1 hour'))
    else timestamptz '-infinity'
  end) as since,
  max(case
    when forward then timestamptz 'infinity'
    else greatest(former_last, name_first) + interval '1 second'
  end) as until
from walk
where other <> name
group by workspace_id, scope, name, other;
comment on view memory.alias is
  'Which other name a renamed organization, database or branch had or has, and when that name meant it.';
comment on column memory.alias.scope is
  'What the names are of; table: how the paths of a renamed database''s tables begin.';

-- Which database had a name when: of two that swapped their names, or of which one got the other's former
-- name, each keeps its own states. A database is known by what it is called now. A name is left when a
-- resource is seen elsewhere; one that was seen elsewhere only much later left with the others.
create view memory.holder with (security_invoker = true) as
with recursive step as (
  select
    f.workspace_id, f.place, n.place as next, f.last_seen as last, greatest(n.first_seen, f.last_seen) as first
  from memory.resource_name f
  cross join lateral (
    select n.place, n.first_seen
    from memory.resource_name n
    where n.workspace_id = f.workspace_id and n.kind = f.kind and n.id = f.id and n.place <> f.place
      and (n.last_seen, n.name) > (f.last_seen, f.name)
    order by n.last_seen, n.name
    limit 1
  ) as n
  where f.former
),
departure as (
  select
    s.workspace_id, s.place, s.next, s.first,
    lag(s.first, 1, timestamptz '-infinity') over (partition by s.workspace_id, s.place order by s.first) as before
  from (
    select distinct on (s.workspace_id, s.place, s.first) s.*
    from step s
    where not exists (
      select
      from step o
      where o.workspace_id = s.workspace_id and o.place = s.place and o.first >= s.last and o.first < s.first)
    order by s.workspace_id, s.place, s.first, s.next
  ) as s
),
walk as (
  select d.workspace_id, d.place, d.before as since, d.first as until, d.next as database, d.first as at
  from departure d
  union
  select w.workspace_id, w.place, w.since, w.until, d.next, d.first
  from walk w
  join departure d
    on d.workspace_id = w.workspace_id and d.place = w.database and d.before <= w.at and d.first > w.at
)
select distinct on (workspace_id, place, until) workspace_id, place, since, until, database
from walk
order by workspace_id, place, until, at desc;
comment on view memory.holder is
  'Which database had a name that it or another one has left, after since and up to until.';
comment on column memory.holder.place is 'The name it had, such as acme/shop.';
comment on column memory.holder.database is 'What it is called now.';

-- A branch that was renamed: what was true of it before is true of it afterwards.
create view memory.renamed_branch with (security_invoker = true) as
select
  f.workspace_id, f.id, split_part(f.name, '/', 3) as former, n.branch, n.until,
  coalesce(h.database, f.place) as database
from memory.resource_name f
cross join lateral (
  select
    split_part((array_agg(n.name order by n.last_seen desc, n.name desc))[1], '/', 3) as branch,
    min(greatest(n.first_seen, f.last_seen)) as until
  from memory.resource_name n
  where n.workspace_id = f.workspace_id and n.kind = f.kind and n.id = f.id
    and (n.last_seen, n.name) > (f.last_seen, f.name)
) as n
left join memory.holder h
  on h.workspace_id = f.workspace_id and h.place = f.place and f.last_seen > h.since and f.last_seen <= h.until
where f.former and f.kind = 'branch' and n.branch <> split_part(f.name, '/', 3);
comment on view memory.renamed_branch is 'Which branch was called otherwise, and until when.';
