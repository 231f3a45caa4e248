insert into memory.source (workspace_id, name) select id, 'billing' from memory.workspace where name = 'acme';
-- Changed by the owner: an upgrade must not set it back.
update memory.retention_policy set keep = interval '25 months' where table_name = 'delivery_body';
insert into memory.legal_hold (table_name, first_month, reason) values ('delivery_body', date '2026-01-01', 'a dispute');
select memory.ensure_month('delivery_body', now() - interval '4 months');
insert into memory.delivery (source_id, digest, signature, secret_fingerprint, received_at)
select s.id, sha256(at::text::bytea), repeat('a', 64), repeat('b', 16), at
from memory.source s, unnest(array[now() - interval '4 months', now()]) as at
where s.name = 'billing';
insert into memory.delivery_body (delivery_id, received_at, body)
select id, received_at, convert_to('{"event":"branch.ready"}', 'UTF8') from memory.delivery;
insert into memory.pending (delivery_id, received_at, attempts) select id, received_at, 1 from memory.delivery;
insert into memory.secret_use (source_id, secret_fingerprint, last_matched_at)
select id, repeat('b', 16), now() from memory.source where name = 'billing';
select memory.receive('billing', repeat('c', 64), repeat('d', 16), at, convert_to(coalesce(at::text, 'now'), 'UTF8'))
from unnest(array[null, now() - interval '13 days', now() - interval '2 days']) as at;
