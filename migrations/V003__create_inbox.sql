-- The inbox stores deliveries: their exact bytes as evidence, and which of them are not yet normalized.

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

insert into memory.source (workspace_id, name)
select id, 'default' from memory.workspace where name = 'default';

-- No foreign key to source: its check locks the source's row, which is a write for every webhook, and
-- all receivers would wait for the same row. A trigger below stops the source's deletion instead.
-- One check instead of three, without regular expressions, because it runs for every webhook.
create table memory.delivery (
  id bigint generated always as identity,
  source_id bigint not null,
  digest bytea not null,
  signature text not null,
  secret_fingerprint text not null,
  received_at timestamptz not null,
  constraint delivery_pkey primary key (id),
  constraint delivery_source_digest_key unique (source_id, digest),
  constraint delivery_evidence_check check (
    octet_length(digest) = 32
    and length(signature) = 64
    and length(secret_fingerprint) = 16
    and translate(signature || secret_fingerprint, '0123456789abcdef', '') = ''
  )
);
comment on table memory.delivery is
  'One row per body received, never updated: the same bytes are always one delivery.';
comment on column memory.delivery.source_id is
  'Set only by memory.receive; a trigger stops the deletion of a source that has deliveries.';
comment on column memory.delivery.digest is 'SHA-256 of the body.';
comment on column memory.delivery.signature is 'HMAC-SHA256 of the body, hex, as PlanetScale sent it.';
comment on column memory.delivery.secret_fingerprint is
  'First 16 hex digits of the SHA-256 of the secret that matched; the secret itself is never stored.';

create table memory.delivery_body (
  delivery_id bigint not null,
  received_at timestamptz not null,
  body bytea not null,
  constraint delivery_body_pkey primary key (delivery_id, received_at)
) partition by range (received_at);
comment on table memory.delivery_body is
  'The exact bytes of a delivery: the evidence, and the normalizer''s input. Dropped by month.';

-- For reading a span of time (an export, an audit, a replay of an afternoon) without the rest of the
-- month. BRIN, because bodies come nearly in the order of time: a few pages a month, and nearly free to
-- write. Summarized as it grows, because every query reads a range without a summary.
create index delivery_body_received_at_idx on memory.delivery_body
  using brin (received_at) with (autosummarize = on);

-- No foreign key to delivery: a connection keeps the plan of its check. Made while there are few
-- deliveries, that plan reads all of them for every webhook until the next analyze.
create table memory.pending (
  delivery_id bigint not null,
  received_at timestamptz not null,
  attempts smallint not null default 0,
  not_before timestamptz not null default clock_timestamp(),
  refusals smallint not null default 0,
  since timestamptz not null default clock_timestamp(),
  constraint pending_pkey primary key (delivery_id),
  constraint pending_attempts_check check (attempts >= 0 and refusals >= 0)
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0
);
-- What was tried before is found without reading past all that was not.
create index pending_again_idx on memory.pending (delivery_id) where attempts > 0 or refusals > 0;

comment on table memory.pending is 'Deliveries not yet normalized.';
comment on column memory.pending.delivery_id is
  'Set by memory.receive or by a replay; a trigger stops the deletion of a pending delivery.';
comment on column memory.pending.attempts is
  'Raised by each claim, so a function that dies uses one up; given back when the database refused the write.';
comment on column memory.pending.not_before is
  'When it may be claimed; a claim sets this past the function''s timeout.';
comment on column memory.pending.refusals is
  'How often it was in a batch that could not be written. Such deliveries are claimed in small batches.';
comment on column memory.pending.since is 'When it came into the inbox; received_at is older after a replay.';

-- Written by the normalizer: in the receiver it would cost more than half of the throughput.
create table memory.secret_use (
  source_id bigint not null,
  secret_fingerprint text not null,
  last_matched_at timestamptz not null,
  constraint secret_use_pkey primary key (source_id, secret_fingerprint),
  constraint secret_use_source_fkey foreign key (source_id) references memory.source (id)
);
comment on table memory.secret_use is 'When a webhook secret last matched, updated once per batch.';

-- Waits for every webhook that is being stored, and lets none begin until the deletion is committed:
-- receive() locks this table before it looks for its source.
create function memory.keep_source_with_deliveries() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform memory.require_read_committed();
  lock table memory.delivery in share mode;
  if exists (select from memory.delivery d where d.source_id = old.id) then
    raise exception 'source % has deliveries, which outlive it: retire its secrets instead', old.name
      using errcode = 'foreign_key_violation';
  end if;
  return old;
end
$$;

create trigger source_with_deliveries_stays before delete on memory.source
for each row execute function memory.keep_source_with_deliveries();

create trigger source_stays_in_its_workspace before update of id, workspace_id on memory.source
for each row when (old.id <> new.id or old.workspace_id <> new.workspace_id)
execute function memory.keep_workspace();

create trigger sources_stay before truncate on memory.source
for each statement execute function memory.keep_rows();

create function memory.keep_pending_delivery() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from memory.pending p where p.delivery_id = old.id) then
    raise exception 'delivery % is not normalized yet: normalize or quarantine it first', old.id
      using errcode = 'foreign_key_violation';
  end if;
  return old;
end
$$;

create trigger pending_delivery_stays before delete on memory.delivery
for each row execute function memory.keep_pending_delivery();

insert into memory.retention_policy (table_name, keep) values ('delivery_body', interval '13 months');

-- Three months, so that receiving seldom has to make one.
select memory.ensure_month('delivery_body', now() + make_interval(months => ahead))
from generate_series(0, 2) as ahead;

-- The receiver's only way to write: one round trip instead of four, in plpgsql because it keeps its plans
-- for the life of the server connection. It looks for the month itself, because calling ensure_month, with
-- its own time zone and date style, takes a tenth of the receiver's rate.
create function memory.receive(
  source text,
  signature text,
  fingerprint text,
  received_at timestamptz,
  body bytea
) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  delivery_id bigint;
  at timestamptz := least(
    clock_timestamp(),
    greatest(coalesce(receive.received_at, clock_timestamp()), clock_timestamp() - interval '14 days'));
begin
  -- One statement: it locks the table first and then looks for the source, so that a source that is being
  -- deleted is seen either with this delivery or not at all.
  insert into memory.delivery (source_id, digest, signature, secret_fingerprint, received_at)
  select s.id, sha256(receive.body), receive.signature, receive.fingerprint, at
  from memory.source s
  where s.name = receive.source
  on conflict on constraint delivery_source_digest_key do nothing
  returning id into delivery_id;
  if not found then
    -- By the delivery, not by the source: one that was added just now has not stored this body.
    return case
      when exists (
        select from memory.source s
        join memory.delivery d on d.source_id = s.id and d.digest = sha256(receive.body)
        where s.name = receive.source
      ) then 'duplicate'
      else 'unknown_source'
    end;
  end if;
  if to_regclass('memory.delivery_body_' || to_char(at at time zone 'UTC', 'YYYYMM')) is null then
    perform memory.ensure_month('delivery_body', at);
  end if;
  insert into memory.delivery_body (delivery_id, received_at, body)
  values (delivery_id, at, receive.body);
  insert into memory.pending (delivery_id, received_at) values (delivery_id, at);
  return 'stored';
end
$$;
comment on function memory.receive(text, text, text, timestamptz, bytea) is
  'Stores a verified body once: stored, duplicate, or unknown_source. A null received_at means now; an older one is clamped to the last 14 days.';
