-- An observation is one thing learned: the fold of its sightings from every channel.

create table memory.observation (
  id bigint generated always as identity,
  workspace_id bigint not null,
  key text not null,
  kind text not null,
  organization text not null,
  database_name text not null,
  deploy_request text,
  branch text,
  occurred_at timestamptz not null,
  doubtful_at timestamptz,
  template text not null,
  people bigint[] not null,
  duplicate_of bigint,
  constraint observation_pkey primary key (id),
  constraint observation_workspace_key_key unique (workspace_id, key),
  constraint observation_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint observation_duplicate_of_fkey foreign key (duplicate_of) references memory.observation (id)
);
comment on table memory.observation is 'One thing learned, in one sentence: a memory entry.';
comment on column memory.observation.key is
  'Identifies the milestone, so that all its sightings fold into one row.';
comment on column memory.observation.kind is 'PlanetScale''s event name, or unknown.';
comment on column memory.observation.deploy_request is 'PlanetScale''s id of the deploy request it is about.';
comment on column memory.observation.branch is 'The branch it is about, or the one that changed.';
comment on column memory.observation.occurred_at is
  'PlanetScale''s clock: the milestone''s own time, else the second the event was sent, else when it was received; never a time that had not come then.';
comment on column memory.observation.doubtful_at is
  'The time PlanetScale gave, where it had not come when it was received: kept as evidence, and ordered by nowhere.';
comment on column memory.observation.template is
  'The sentence: {1} stands for the first of people, and braces from a payload are doubled. See entry_text.';
comment on column memory.observation.duplicate_of is
  'The better observation of the same milestone; the timeline leaves this one out.';

create index observation_timeline_idx on memory.observation (workspace_id, occurred_at desc, id desc);
create index observation_deploy_request_idx on memory.observation (workspace_id, deploy_request)
  where deploy_request is not null;
create index observation_duplicate_of_idx on memory.observation (duplicate_of) where duplicate_of is not null;

alter table memory.observation enable row level security;

create table memory.sighting (
  observation_id bigint not null,
  channel text not null,
  reference bigint not null,
  kind text not null,
  event text not null,
  organization text not null,
  database_name text not null,
  sent_at timestamptz not null,
  occurred_at timestamptz not null,
  exact boolean not null,
  resource_updated_at timestamptz,
  digest bytea not null,
  facts jsonb not null,
  observed_at timestamptz not null,
  received_at timestamptz not null,
  constraint sighting_pkey primary key (observation_id, channel, reference),
  constraint sighting_observation_fkey foreign key (observation_id) references memory.observation (id),
  constraint sighting_channel_check check (channel in ('webhook', 'api', 'audit_log'))
);
comment on table memory.sighting is 'What one delivery or audit entry said of one milestone; never updated.';
comment on column memory.sighting.reference is 'The delivery''s id, or the audit entry''s number.';
comment on column memory.sighting.kind is
  'The event name, or unknown if the version that normalized it did not know the event.';
comment on column memory.sighting.exact is 'Whether the milestone''s own time was known, and could be right.';
comment on column memory.sighting.facts is
  'The facts it stated; people by PlanetScale''s ids, never by name.';
comment on column memory.sighting.observed_at is 'When it was normalized.';
comment on column memory.sighting.received_at is
  'When it was received, by our clock: a time that it gives and that had not come then is in doubt.';

create index sighting_reference_idx on memory.sighting (channel, reference);
