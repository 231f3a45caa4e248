-- The inbox: what was verified and not yet normalized, and the exact bytes as evidence.

create table memory.delivery (
  id bigint generated always as identity,
  source_id bigint not null,
  digest bytea not null,
  signature text not null,
  secret_fingerprint text not null,
  received_at timestamptz not null,
  constraint delivery_pkey primary key (id),
  constraint delivery_source_digest_key unique (source_id, digest),
  constraint delivery_source_fkey foreign key (source_id) references memory.source (id),
  constraint delivery_digest_check check (octet_length(digest) = 32),
  constraint delivery_signature_check check (signature ~ '^[0-9a-f]{64}$'),
  constraint delivery_secret_fingerprint_check check (secret_fingerprint ~ '^[0-9a-f]{16}$')
);
comment on table memory.delivery is
  'One row per body received, never updated: the same bytes are one delivery, for ever.';
comment on column memory.delivery.digest is 'SHA-256 of the body.';
comment on column memory.delivery.signature is 'HMAC-SHA256 of the body, hex, as PlanetScale sent it.';
comment on column memory.delivery.secret_fingerprint is
  'First 16 hex digits of the SHA-256 of the secret that matched; the secret itself is never here.';

create table memory.delivery_body (
  delivery_id bigint not null,
  received_at timestamptz not null,
  body bytea not null,
  constraint delivery_body_pkey primary key (delivery_id, received_at)
) partition by range (received_at);
comment on table memory.delivery_body is
  'The exact bytes of a delivery: evidence, and what normalizing reads. Dropped by month.';

create table memory.pending (
  delivery_id bigint not null,
  received_at timestamptz not null,
  attempts smallint not null default 0,
  not_before timestamptz not null default clock_timestamp(),
  constraint pending_pkey primary key (delivery_id),
  constraint pending_delivery_fkey foreign key (delivery_id) references memory.delivery (id),
  constraint pending_attempts_check check (attempts >= 0)
) with (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0
);
comment on table memory.pending is 'Deliveries not yet normalized.';
comment on column memory.pending.attempts is 'Counted when claimed: a function that dies has used one up.';
comment on column memory.pending.not_before is 'A claim pushes this beyond the function''s timeout.';

create table memory.quarantine (
  id bigint generated always as identity,
  kind text not null,
  reference bigint not null,
  reason text not null,
  attempts smallint not null,
  version text not null,
  quarantined_at timestamptz not null default clock_timestamp(),
  constraint quarantine_pkey primary key (id),
  constraint quarantine_kind_reference_key unique (kind, reference),
  constraint quarantine_kind_check check (kind in ('delivery', 'audit_entry'))
);
comment on table memory.quarantine is 'What could not be normalized, with why; nothing of it is lost.';
comment on column memory.quarantine.reference is 'The delivery''s id.';
comment on column memory.quarantine.version is 'The version of the software that gave up on it.';

create table memory.secret_use (
  source_id bigint not null,
  secret_fingerprint text not null,
  last_matched_at timestamptz not null,
  constraint secret_use_pkey primary key (source_id, secret_fingerprint),
  constraint secret_use_source_fkey foreign key (source_id) references memory.source (id)
);
comment on table memory.secret_use is 'When a webhook secret last matched, raised once per batch.';

-- Three months, so that making one while receiving is rare.
select memory.ensure_month('delivery_body', now() + make_interval(months => ahead))
from generate_series(0, 2) as ahead;

grant select on memory.delivery, memory.delivery_body to normalize_deliveries;
-- FOR UPDATE asks for an update right; these two are what a claim writes.
grant select, delete, update (attempts, not_before) on memory.pending to normalize_deliveries;
grant
  select,
  delete,
  insert (kind, reference, reason, attempts, version),
  update (reason, attempts, version, quarantined_at)
on memory.quarantine to normalize_deliveries;
grant select, insert, update (last_matched_at) on memory.secret_use to normalize_deliveries;
