-- Every scheduled function records its runs, so that the doctor can report runs that never ended.

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
