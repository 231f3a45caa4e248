-- The only place with people's names: forgetting a person clears one row.

create table memory.person (
  id bigint generated always as identity,
  workspace_id bigint not null,
  display_name text,
  avatar_url text,
  named_at timestamptz,
  name_doubtful boolean not null default false,
  forgotten_at timestamptz,
  constraint person_pkey primary key (id),
  constraint person_workspace_id_key unique (workspace_id, id),
  constraint person_workspace_fkey foreign key (workspace_id) references memory.workspace (id),
  constraint person_forgotten_check check (
    forgotten_at is null or (display_name is null and avatar_url is null))
);
comment on table memory.person is 'A person who acted, with the name PlanetScale last gave.';
comment on column memory.person.named_at is 'PlanetScale''s time of the newest body with the name.';
comment on column memory.person.name_doubtful is
  'Whether that time had not come when the body was received; named_at is then when it was received, and any other name goes before it.';
comment on column memory.person.forgotten_at is 'Once set, no function writes the name again.';

alter table memory.person enable row level security;

create table memory.person_identity (
  workspace_id bigint not null,
  actor_type text not null,
  provider_id text not null,
  person_id bigint not null default nextval(pg_get_serial_sequence('memory.person', 'id')),
  constraint person_identity_pkey primary key (workspace_id, actor_type, provider_id),
  -- Deferred: the identity is inserted first and takes the person's id, so that two writers of one person
  -- conflict on this table's key.
  constraint person_identity_person_fkey foreign key (workspace_id, person_id)
    references memory.person (workspace_id, id) deferrable initially deferred
);
comment on table memory.person_identity is 'PlanetScale''s id of a person.';
comment on column memory.person_identity.actor_type is
  'PlanetScale''s kind of actor: User, ServiceToken, ...';
