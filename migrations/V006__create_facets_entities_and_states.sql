-- What observations say of databases, branches, tables and columns: how to find them, and what was true.

-- B-trees only: row-level security keeps every other kind of index from being used, because it lets no
-- function see a row before the policy has.
create table memory.observation_facet (
  workspace_id bigint not null,
  facet text not null,
  value text not null,
  occurred_at timestamptz not null,
  observation_id bigint not null,
  constraint observation_facet_pkey primary key (workspace_id, facet, value, occurred_at, observation_id),
  constraint observation_facet_observation_fkey foreign key (observation_id)
    references memory.observation (id) on delete cascade,
  constraint observation_facet_facet_check check (facet in (
    'organization', 'database', 'branch', 'keyspace', 'table', 'column', 'deploy_request', 'person',
    'kind', 'operation', 'data_loss'))
);
comment on table memory.observation_facet is 'Written again with its observation: each value it can be found by.';
comment on column memory.observation_facet.value is
  'A path such as acme/shop/customers.email for a column, a person''s id, a kind; true for data_loss. What would be mistaken in a path stands as in a URL: %2F.';

create index observation_facet_observation_idx on memory.observation_facet (observation_id);

alter table memory.observation_facet enable row level security;

-- The fold of the facets that name it.
create table memory.entity (
  id bigint generated always as identity,
  workspace_id bigint not null,
  kind text not null,
  name text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  constraint entity_pkey primary key (id),
  constraint entity_workspace_kind_name_key unique (workspace_id, kind, name),
  constraint entity_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint entity_kind_check check (kind in (
    'organization', 'database', 'branch', 'keyspace', 'table', 'column', 'deploy_request')),
  constraint entity_seen_check check (first_seen <= last_seen)
);
comment on column memory.entity.name is 'A path such as acme/shop/main for a branch.';
comment on column memory.entity.first_seen is 'When the first observation of it occurred, not when we learned of it.';

alter table memory.entity enable row level security;

-- There is no valid_to: the next value of the same attribute ends a state, in whatever order the
-- observations arrive.
create table memory.temporal_state (
  workspace_id bigint not null,
  kind text not null,
  name text not null,
  branch text not null,
  attribute text not null,
  valid_from timestamptz not null,
  step smallint not null,
  observation_id bigint not null,
  value text not null,
  constraint temporal_state_pkey primary key (
    workspace_id, kind, name, branch, attribute, valid_from, step, observation_id),
  constraint temporal_state_observation_fkey foreign key (observation_id)
    references memory.observation (id) on delete cascade,
  constraint temporal_state_kind_check check (kind in ('branch', 'table', 'column', 'deploy_request'))
);
comment on table memory.temporal_state is 'Written again with the observation that says so.';
comment on column memory.temporal_state.name is 'As memory.entity has it.';
comment on column memory.temporal_state.branch is
  'Where it was true: the branch itself, or that whose schema it is; a part of a path, as in its name.';
comment on column memory.temporal_state.attribute is 'Such as outcome of a deploy request, definition of a column.';
comment on column memory.temporal_state.step is
  'Which comes first of what began at the same instant: the order of arrival must not say.';

create index temporal_state_observation_idx on memory.temporal_state (observation_id);

alter table memory.temporal_state enable row level security;
