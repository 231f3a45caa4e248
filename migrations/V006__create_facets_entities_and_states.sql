-- What observations say of databases, branches, tables and columns: how to find them, and what was true.

-- B-trees only: row-level security disables every other kind of index, because their operators are not
-- leakproof and must not see a row before the policy does.
create table memory.observation_facet (
  workspace_id bigint not null,
  facet text not null,
  value text not null,
  occurred_at timestamptz not null,
  observation_id bigint not null,
  written text,
  constraint observation_facet_pkey primary key (workspace_id, facet, value, occurred_at, observation_id),
  constraint observation_facet_observation_fkey foreign key (observation_id)
    references memory.observation (id) on delete cascade,
  constraint observation_facet_facet_check check (facet in (
    'organization', 'database', 'branch', 'keyspace', 'table', 'column', 'deploy_request', 'person',
    'kind', 'operation', 'data_loss'))
);
comment on table memory.observation_facet is
  'Each value an observation can be found by; rewritten with the observation.';
comment on column memory.observation_facet.value is
  'A path such as acme/shop/customers.email for a column, a person''s id, a kind; true or unknown for data_loss. Characters that would be ambiguous in a path are encoded as in a URL: %2F. A column''s name is in lower case: MySQL takes all its spellings for one.';
comment on column memory.observation_facet.written is
  'The path as the observation spells it; null where that is the value.';

create index observation_facet_observation_idx on memory.observation_facet (observation_id);

alter table memory.observation_facet enable row level security;

-- An entity is the fold of the facets that name it.
create table memory.entity (
  id bigint generated always as identity,
  workspace_id bigint not null,
  kind text not null,
  key text not null,
  name text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  constraint entity_pkey primary key (id),
  constraint entity_workspace_kind_key_key unique (workspace_id, kind, key),
  constraint entity_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint entity_kind_check check (kind in (
    'organization', 'database', 'branch', 'keyspace', 'table', 'column', 'deploy_request')),
  constraint entity_seen_check check (first_seen <= last_seen)
);
comment on column memory.entity.key is
  'What all spellings of its name have in common, as in memory.observation_facet.value.';
comment on column memory.entity.name is
  'A path such as acme/shop/main for a branch, as last written.';
comment on column memory.entity.first_seen is
  'When the first observation of it occurred, not when we learned of it.';

-- States are asked for by name.
create index entity_name_idx on memory.entity (workspace_id, kind, name);

alter table memory.entity enable row level security;

-- What is renamed keeps its id. One name of a resource is one row, which only widens, so any order of arrival
-- gives the same rows.
create table memory.resource_name (
  workspace_id bigint not null,
  kind text not null,
  id text not null,
  name text not null,
  place text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  former boolean not null default false,
  constraint resource_name_pkey primary key (workspace_id, kind, id, name),
  constraint resource_name_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint resource_name_kind_check check (kind in (
    'database', 'branch', 'deploy_request', 'backup', 'schema_recommendation')),
  constraint resource_name_seen_check check (first_seen <= last_seen)
);
comment on table memory.resource_name is 'What a resource was called, and from when to when it was seen with that name.';
comment on column memory.resource_name.id is 'PlanetScale''s id, which stays when the name changes.';
comment on column memory.resource_name.name is
  'Its path, or that of its database where nothing else names it; the same as memory.entity.name.';
comment on column memory.resource_name.place is 'The path of its database, such as acme/shop.';
comment on column memory.resource_name.first_seen is
  'When the first body with this name was sent, but never after it was received.';
comment on column memory.resource_name.former is 'Whether it was seen with another name later.';

create index resource_name_former_idx on memory.resource_name (workspace_id, kind) where former;

alter table memory.resource_name enable row level security;

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
    on n.workspace_id = f.workspace_id and n.kind = f.kind and n.id = f.id
    and (n.last_seen, n.name) > (f.last_seen, f.name)
  cross join lateral (
    values
      ('organization', split_part(f.place, '/', 1), split_part(n.place, '/', 1)),
      ('database', f.place, n.place),
      ('table', f.place, n.place || '/' || split_part(f.place, '/', 2)),
      ('table', n.place, n.place || '/' || split_part(f.place, '/', 2)),
      ('branch', f.name, n.name)
  ) as level (scope, former, name)
  where f.former
    and level.former <> level.name
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
  from pair p
  where not starts_with(p.name, p.former || '/')
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
        p.name = w.other and p.name_first <= w.former_last
        and not starts_with(p.name, p.former || '/')
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

-- There is no valid_to: the next value of the same attribute ends a state, in whatever order the
-- observations arrive.
create table memory.temporal_state (
  workspace_id bigint not null,
  kind text not null,
  key text not null,
  branch text not null,
  attribute text not null,
  valid_from timestamptz not null,
  step smallint not null,
  observation_id bigint not null,
  value text not null,
  doubtful boolean not null default false,
  resource text not null default '',
  place text not null generated always as (split_part(key, '/', 1) || '/' || split_part(key, '/', 2)) stored,
  constraint temporal_state_pkey primary key (
    workspace_id, kind, key, branch, attribute, valid_from, step, observation_id),
  constraint temporal_state_observation_fkey foreign key (observation_id)
    references memory.observation (id) on delete cascade,
  constraint temporal_state_kind_check check (kind in ('branch', 'table', 'column', 'deploy_request'))
);
comment on table memory.temporal_state is
  'What was true of something from a time on; rewritten with the observation that says so.';
comment on column memory.temporal_state.key is 'The same as memory.entity.key.';
comment on column memory.temporal_state.branch is
  'The branch where it was true: the branch itself, or the one whose schema it is; encoded as in a path.';
comment on column memory.temporal_state.attribute is
  'For example outcome of a deploy request, definition of a column.';
comment on column memory.temporal_state.step is
  'Orders states that began at the same instant, so that the order of arrival does not matter.';

comment on column memory.temporal_state.doubtful is
  'Whether the time PlanetScale gave had not come when it was received; valid_from is then ours.';

comment on column memory.temporal_state.resource is
  'PlanetScale''s id of the branch or deploy request: one made anew under an old name begins states of its own.';
comment on column memory.temporal_state.place is 'The path of its database, by which a renamed one is found.';

create index temporal_state_observation_idx on memory.temporal_state (observation_id);
create index temporal_state_place_idx on memory.temporal_state (workspace_id, place);

alter table memory.temporal_state enable row level security;
