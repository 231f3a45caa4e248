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
comment on column memory.entity.name is 'A path such as acme/shop/main for a branch, as last written.';
comment on column memory.entity.first_seen is 'When the first observation of it occurred, not when we learned of it.';

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

-- A column goes with its table, comes back with it when that is reverted, and is converted with it: no statement
-- names the columns then, so they are found here, in whatever order the observations arrived.
create view memory.begun_state with (security_invoker = true) as
select
  t.workspace_id, t.kind, t.key, e.name, t.branch, t.attribute, t.valid_from, t.step, t.value,
  t.observation_id, t.doubtful, t.resource, t.place
from memory.temporal_state t
join memory.entity e on e.workspace_id = t.workspace_id and e.kind = t.kind and e.key = t.key
union all
select
  t.workspace_id, 'column', c.key, c.name, t.branch, 'definition', t.valid_from, t.step, b.value,
  t.observation_id, t.doubtful, t.resource, t.place
from memory.entity c
cross join lateral (
  -- A dot in a table's own name is written like this before a column's. The functions are not leakproof, so
  -- a join on them would not use the index; limit all keeps them out of it.
  select replace(substring(c.key from '^((?:.*/)?[^/.]*)[.]'), '%2E', '.') as key
  limit all
) as o
join memory.temporal_state t
  on t.workspace_id = c.workspace_id and t.kind = 'table' and t.key = o.key
  and (t.attribute = 'converted' or t.attribute = 'last_change' and t.value ~ '^((DROP|RENAME) by|revert of) ')
cross join lateral (
  select d.value, d.valid_from, d.step, d.observation_id
  from memory.temporal_state d
  where d.workspace_id = t.workspace_id
    and d.kind = 'column'
    and d.key = c.key
    and d.branch = t.branch
    and d.attribute = 'definition'
    and (d.valid_from, d.step) <= (t.valid_from, t.step)
  order by d.valid_from desc, d.step desc, d.value desc
  limit 1
) as d
cross join lateral (
  select
    coalesce(bool_or(g.observation_id = t.observation_id and g.value = 'false'), false) as gone,
    coalesce(bool_or(g.value like 'DROP by %' or g.value like 'RENAME by %'), false) as ended,
    coalesce(
      bool_or(
        g.value ~ '^(DROP|RENAME) by '
        and substring(g.value from '#.*') = substring(t.value from '#.*')),
      false) as ended_by_it
  from memory.temporal_state g
  where g.workspace_id = t.workspace_id
    and g.kind = 'table'
    and g.key = t.key
    and g.branch = t.branch
    and g.attribute in ('exists', 'last_change')
    and (g.valid_from, g.step) > (d.valid_from, d.step)
    and (g.valid_from, g.step) <= (t.valid_from, t.step)
) as g
cross join lateral (
  select case
    when t.attribute = 'converted' then
      case
        when g.ended or d.value !~* '\m(char(acter)? set|charset|collate)\M' then null
        when t.value like 'to %' then 'altered by ' || substring(t.value from '#[0-9]+$')
        else t.value
      end
    when t.value like 'DROP by %' or g.gone then 'none'
    when t.value like 'RENAME by %' then
      'that of the table renamed by ' || substring(t.value from '#.*')
    when t.value like 'revert of %' and g.ended_by_it then 'as before ' || substring(t.value from '#.*')
  end as value
) as b
where c.kind = 'column'
  and d.value <> 'none'
  -- What the same observation says of the column itself comes first.
  and d.observation_id <> t.observation_id
  and b.value is not null;
comment on view memory.begun_state is
  'The states as written, and those of columns that follow from their table''s; memory.state reads them.';
