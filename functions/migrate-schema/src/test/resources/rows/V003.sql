select memory.ensure_month('delivery_body', now() - interval '4 months');
insert into memory.delivery (source_id, digest, signature, secret_fingerprint, received_at)
select s.id, sha256(at::text::bytea), repeat('a', 64), repeat('b', 16), at
from memory.source s, unnest(array[now() - interval '4 months', now()]) as at
where s.name = 'billing';
insert into memory.delivery_body (delivery_id, received_at, body)
select id, received_at, convert_to('{"event":"branch.ready"}', 'UTF8') from memory.delivery;
insert into memory.pending (delivery_id, received_at, attempts) select id, received_at, 1 from memory.delivery;
insert into memory.quarantine (kind, reference, reason, attempts, version)
select 'delivery', min(id), 'not JSON', 5, '0.1.0' from memory.delivery;
insert into memory.secret_use (source_id, secret_fingerprint, last_matched_at)
select id, repeat('b', 16), now() from memory.source where name = 'billing';
