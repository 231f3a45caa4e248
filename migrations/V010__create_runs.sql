-- What runs leave for later ones: their record, so that the doctor can report runs that never ended, and
-- what shows that a keyset is the one this database's values are sealed with.

create table memory.run (
  id bigint generated always as identity,
  function text not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  outcome text not null default 'running',
  numbers jsonb not null default '{}',
  constraint run_pkey primary key (id, started_at),
  constraint run_outcome_check check (outcome in ('running', 'done', 'failed')),
  constraint run_ended_at_check check ((outcome = 'running') = (ended_at is null))
) partition by range (started_at);
comment on table memory.run is
  'Each scheduled run and how it ended; of normalize-deliveries only runs that found work. Dropped by month.';
comment on column memory.run.outcome is 'A run that stays running was killed.';
comment on column memory.run.numbers is 'Counts of what it did, by name.';

create index run_function_idx on memory.run (function, started_at desc);

alter table memory.run enable row level security;

insert into memory.retention_policy (table_name, keep) values ('run', interval '3 months');

select memory.ensure_month('run', now() + make_interval(months => ahead))
from generate_series(0, 2) as ahead;

-- Without it a function that was given another database's keyset would go on sealing with it, and nobody
-- would notice before the values are needed. One row: of two that write it first, one finds the other's.
create table memory.keyset_canary (
  id smallint not null default 1,
  sealed bytea,
  hash bytea,
  made_at timestamptz not null default clock_timestamp(),
  constraint keyset_canary_pkey primary key (id),
  constraint keyset_canary_id_check check (id = 1),
  constraint keyset_canary_sealed_check check ((sealed is null) = (hash is null))
);
comment on table memory.keyset_canary is
  'A text everybody knows, sealed and hashed when the keyset was first used: who cannot open it has other keys.';
comment on column memory.keyset_canary.sealed is
  'Sealed again at the end of a reseal. Null: the owner gives the former keys up, and the next keyset is taken.';
comment on column memory.keyset_canary.hash is 'Keyed hash of the same, made again with it.';
comment on column memory.keyset_canary.made_at is 'When the keyset was first used.';
