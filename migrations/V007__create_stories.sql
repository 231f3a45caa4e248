-- One row a deploy request: its story, which any run can rebuild from its observations.

create table memory.deploy_request (
  id bigint generated always as identity,
  workspace_id bigint not null,
  external_id text not null,
  number bigint,
  organization text,
  database_name text,
  branch text,
  into_branch text,
  html_url text,
  outcome text not null default 'open',
  can_drop_data boolean not null default false,
  statements jsonb not null default '[]',
  errors jsonb not null default '[]',
  opened_by bigint,
  opened_at timestamptz,
  queued_by bigint,
  queued_at timestamptz,
  started_at timestamptz,
  ready_to_cutover_at timestamptz,
  deployed_by bigint,
  deployed_at timestamptz,
  revertible_until timestamptz,
  reverted_by bigint,
  reverted_at timestamptz,
  errored_at timestamptz,
  closed_by bigint,
  closed_at timestamptz,
  template text not null default '',
  people bigint[] not null default '{}',
  constraint deploy_request_pkey primary key (id),
  constraint deploy_request_workspace_external_id_key unique (workspace_id, external_id),
  constraint deploy_request_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint deploy_request_outcome_check check (outcome in (
    'open', 'queued', 'in_progress', 'pending_cutover', 'deployed', 'reverted', 'failed',
    'no_changes', 'abandoned'))
);
comment on table memory.deploy_request is 'A deploy request''s story: the fold of its observations.';
comment on column memory.deploy_request.external_id is 'PlanetScale''s id.';
comment on column memory.deploy_request.outcome is 'How it stands or ended; closed alone says neither.';
comment on column memory.deploy_request.can_drop_data is 'PlanetScale warned of a statement that data may be lost.';
comment on column memory.deploy_request.deployed_at is 'When the schema changed, not when the request was closed.';
comment on column memory.deploy_request.template is 'The story as a paragraph; see entry_text.';

create index deploy_request_number_idx on memory.deploy_request (workspace_id, organization, database_name, number);

alter table memory.deploy_request enable row level security;
create policy normalize_deliveries_all on memory.deploy_request
  to normalize_deliveries using (true) with check (true);

-- A story whose last observation went goes too.
grant select, insert, update, delete on memory.deploy_request to normalize_deliveries;
