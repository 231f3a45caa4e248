-- What was true of something, and from when on. Until when, the next value of the same attribute
-- says: kept nowhere, it cannot be wrong, whatever order observations come in.

create table memory.temporal_state (
  workspace_id bigint not null,
  kind text not null,
  name text not null,
  attribute text not null,
  valid_from timestamptz not null,
  observation_id bigint not null,
  value text not null,
  constraint temporal_state_pkey primary key (workspace_id, kind, name, attribute, valid_from, observation_id),
  constraint temporal_state_observation_fkey foreign key (observation_id)
    references memory.observation (id) on delete cascade,
  constraint temporal_state_kind_check check (kind in ('branch', 'table', 'column', 'deploy_request'))
);

comment on table memory.temporal_state is 'Written again with the observation that says so.';
comment on column memory.temporal_state.name is 'As memory.entity has it.';
comment on column memory.temporal_state.attribute is 'Such as outcome of a deploy request, definition of a column.';

create index temporal_state_observation_idx on memory.temporal_state (observation_id);

alter table memory.temporal_state enable row level security;
create policy normalize_deliveries_all on memory.temporal_state
  to normalize_deliveries using (true) with check (true);
create policy read_memory_own on memory.temporal_state for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy search_memory_chosen on memory.temporal_state for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant select, insert, delete on memory.temporal_state to normalize_deliveries;
grant select on memory.temporal_state to read_memory, search_memory;
