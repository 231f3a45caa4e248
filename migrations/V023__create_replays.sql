-- A replay normalizes again what has been received: after an upgrade that reads more, or tells it
-- better. It is a job of many short transactions, with its position in the same one as its work.

create table memory.replay (
  id bigint generated always as identity,
  selection text not null,
  argument text,
  position bigint not null default 0,
  last_delivery_id bigint not null,
  replayed bigint not null default 0,
  without_body bigint not null default 0,
  requested_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  constraint replay_pkey primary key (id),
  constraint replay_selection_check check (
    selection in ('everything', 'quarantined', 'reason', 'event', 'deliveries')),
  constraint replay_argument_check check (
    (argument is null) = (selection in ('everything', 'quarantined'))),
  constraint replay_position_check check (position >= 0 and position <= last_delivery_id)
);

comment on table memory.replay is 'Work table: what is to be normalized again, and how far that is.';
comment on column memory.replay.argument is 'The reason, the event name, or delivery ids with commas between.';
comment on column memory.replay.position is 'The delivery up to which it is done.';
comment on column memory.replay.last_delivery_id is 'The newest delivery when it was requested: later ones are normalized anyway.';
comment on column memory.replay.without_body is 'Deliveries passed over, since their bytes are no longer kept.';

create index replay_unfinished_idx on memory.replay (id) where finished_at is null;

grant
  select,
  insert (selection, argument, last_delivery_id),
  update (position, replayed, without_body, finished_at)
on memory.replay to normalize_deliveries;
grant insert (delivery_id, received_at) on memory.pending to normalize_deliveries;
