-- One row per deploy request: its story, which any run can rebuild from its observations.

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
  approved boolean,
  approved_by bigint,
  approved_at timestamptz,
  queued_by bigint,
  queued_at timestamptz,
  started_at timestamptz,
  ready_to_cutover_at timestamptz,
  cut_over_by bigint,
  cut_over_at timestamptz,
  deployed_by bigint,
  deployed_at timestamptz,
  instant boolean not null default false,
  revertible_until timestamptz,
  cancelled_by bigint,
  cancelled_at timestamptz,
  reverted_by bigint,
  reverted_at timestamptz,
  revert_failed boolean not null default false,
  errored_at timestamptz,
  closed_by bigint,
  closed_at timestamptz,
  paths text[] not null default '{}',
  doubtful_times jsonb not null default '[]',
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
comment on column memory.deploy_request.outcome is 'How it stands or ended; closed_at alone does not say.';
comment on column memory.deploy_request.can_drop_data is 'PlanetScale warned that a statement may lose data.';
comment on column memory.deploy_request.approved is 'Whether it was approved; null until a body says.';
comment on column memory.deploy_request.approved_at is
  'When it was first approved; null until an audit entry says.';
comment on column memory.deploy_request.cut_over_at is
  'When the cutover to the new schema began; deployed_at is when it had ended.';
comment on column memory.deploy_request.deployed_at is
  'When the schema changed, not when the request was closed.';
comment on column memory.deploy_request.instant is
  'An instant deployment: it changed only metadata, took effect at once and cannot be reverted.';
comment on column memory.deploy_request.revertible_until is
  'Until when it can be reverted; null if it never could, as after an instant deployment.';
comment on column memory.deploy_request.cancelled_at is
  'When the cancelled run ended: PlanetScale gives no other time.';
comment on column memory.deploy_request.revert_failed is 'A revert failed, so it is still deployed.';
comment on column memory.deploy_request.paths is
  'Its paths, such as acme/shop/42, the newest first: several, if its database was renamed.';
comment on column memory.deploy_request.doubtful_times is
  'The times PlanetScale gave that had not come when they were received; others stand for them.';
comment on column memory.deploy_request.template is 'The story as a paragraph; see entry_text.';

create index deploy_request_number_idx on memory.deploy_request (workspace_id, organization, database_name, number);

alter table memory.deploy_request enable row level security;

-- A row and not an advisory lock, which any login may take. A path needs a row of its own: an audit entry
-- may give a number whose deploy request is not known yet.
create table memory.path_lock (
  workspace_id bigint not null,
  path text not null,
  constraint path_lock_pkey primary key (workspace_id, path)
);
comment on table memory.path_lock is
  'Each path of a deploy request that was ever written, only to be locked while its story is folded.';
comment on column memory.path_lock.path is 'Such as acme/shop/42.';
