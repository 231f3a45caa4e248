-- What an observation can be found by. In b-trees, since row-level security keeps every other index
-- from being used: it lets no function see a row before the policy has.

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
  'A path such as acme/shop/customers.email for a column, a person''s id, a kind; true for data_loss.';

create index observation_facet_observation_idx on memory.observation_facet (observation_id);

alter table memory.observation_facet enable row level security;
create policy normalize_deliveries_all on memory.observation_facet
  to normalize_deliveries using (true) with check (true);
create policy read_memory_own on memory.observation_facet for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy search_memory_chosen on memory.observation_facet for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant select, insert, delete on memory.observation_facet to normalize_deliveries;
grant select on memory.observation_facet to read_memory, search_memory;
