-- Quarantine keeps what could not be normalized; a replay normalizes deliveries again.

-- A delivery keeps its bytes in delivery_body. An unreadable audit entry is stored nowhere else, and
-- PlanetScale deletes it some day, so its bytes are kept here, sealed.
create table memory.quarantine (
  id bigint generated always as identity,
  kind text not null,
  feed_id bigint,
  reference bigint not null,
  event text,
  reason text not null,
  attempts smallint not null,
  version text not null,
  payload bytea,
  quarantined_at timestamptz not null default clock_timestamp(),
  constraint quarantine_pkey primary key (id),
  constraint quarantine_kind_reference_key unique (kind, reference),
  constraint quarantine_feed_fkey foreign key (feed_id) references memory.feed (id),
  constraint quarantine_kind_check check (kind in ('delivery', 'audit_entry')),
  constraint quarantine_feed_check check ((kind = 'audit_entry') = (feed_id is not null)),
  constraint quarantine_payload_check check ((kind = 'audit_entry') = (payload is not null))
);
comment on table memory.quarantine is
  'Deliveries and audit entries that could not be normalized, and why; nothing of them is lost.';
comment on column memory.quarantine.reference is
  'The delivery''s id; for an audit entry, the first 8 bytes of the SHA-256 of its feed and its bytes.';
comment on column memory.quarantine.event is 'The event name as sent; null if it could not be read.';
comment on column memory.quarantine.version is 'The version of the software that gave up on it.';
comment on column memory.quarantine.payload is 'An audit entry''s exact bytes, in base64, sealed.';

-- For use after an upgrade that reads more events or words them better. A replay is a job of many short
-- transactions, and each saves its position together with its work.
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
comment on table memory.replay is 'Work table: deliveries to normalize again, and how far that is.';
comment on column memory.replay.argument is 'The reason, the event name, or comma-separated delivery ids.';
comment on column memory.replay.position is 'The id of the delivery it has reached.';
comment on column memory.replay.last_delivery_id is
  'The newest delivery when it was requested: later ones are normalized anyway.';
comment on column memory.replay.without_body is
  'How many deliveries were skipped because their bytes are no longer kept.';

create index replay_unfinished_idx on memory.replay (id) where finished_at is null;
