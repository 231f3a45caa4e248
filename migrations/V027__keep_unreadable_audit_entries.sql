-- An audit entry that cannot be read stands nowhere else, and PlanetScale forgets it: it rests with
-- its bytes, sealed.

alter table memory.quarantine
  add column feed_id bigint,
  add column payload bytea,
  -- A table that is written when something goes wrong is small: checking it takes no time.
  add constraint quarantine_payload_check check ((kind = 'audit_entry') = (payload is not null)),
  add constraint quarantine_feed_check check ((kind = 'audit_entry') = (feed_id is not null)),
  add constraint quarantine_feed_fkey foreign key (feed_id) references memory.feed (id);

comment on column memory.quarantine.reference is
  'The delivery''s id; of an audit entry the first 8 bytes of the SHA-256 of its feed and its bytes.';
comment on column memory.quarantine.payload is 'An audit entry''s exact bytes, in base64, sealed.';

grant
  select,
  delete,
  insert (kind, reference, reason, attempts, version, event, feed_id, payload),
  update (reason, attempts, version, quarantined_at, payload)
on memory.quarantine to poll_audit_log;
