-- A workspace says who may see a row, a source through which webhook it came: every later row
-- copies its workspace from its source, inside the database.

-- Functions are born executable by everybody; here each one is granted by name.
alter default privileges revoke execute on functions from public;

grant usage on schema memory to
  receive_webhook, normalize_deliveries, poll_audit_log, reconcile_sources, apply_retention,
  search_memory, read_memory;

create table memory.workspace (
  id bigint generated always as identity,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint workspace_pkey primary key (id),
  constraint workspace_name_key unique (name)
);
comment on table memory.workspace is
  'A tenant: who may see a row. A deployment starts with one, default.';

create table memory.source (
  id bigint generated always as identity,
  workspace_id bigint not null,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint source_pkey primary key (id),
  constraint source_name_key unique (name),
  constraint source_workspace_fkey foreign key (workspace_id) references memory.workspace (id)
);
comment on table memory.source is
  'One PlanetScale webhook. The bare path is the source default.';

insert into memory.workspace (name) values ('default');
insert into memory.source (workspace_id, name)
select id, 'default' from memory.workspace where name = 'default';

grant select on memory.source to normalize_deliveries;
