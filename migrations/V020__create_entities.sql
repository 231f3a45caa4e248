-- What has been seen, and from when to when: the fold of the facets that name it.

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
create policy normalize_deliveries_all on memory.entity
  to normalize_deliveries using (true) with check (true);
create policy read_memory_own on memory.entity for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy search_memory_chosen on memory.entity for select
  to search_memory using (workspace_id = (select memory.chosen_workspace()));

grant
  select,
  insert (workspace_id, kind, name, first_seen, last_seen),
  update (first_seen, last_seen),
  delete
on memory.entity to normalize_deliveries;
grant select on memory.entity to read_memory, search_memory;
