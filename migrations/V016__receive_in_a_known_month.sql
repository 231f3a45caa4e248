-- Receiving looks for its month itself and calls ensure_month only where there is none: the call
-- alone, with its own settings of zone and date style, took a tenth of the receiver's rate.

create or replace function memory.receive(
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
  source_id bigint;
  delivery_id bigint;
  at timestamptz := least(
    clock_timestamp(),
    greatest(coalesce(receive.received_at, clock_timestamp()), clock_timestamp() - interval '14 days'));
begin
  select s.id into source_id from memory.source s where s.name = receive.source;
  if not found then
    return 'unknown_source';
  end if;
  insert into memory.delivery (source_id, digest, signature, secret_fingerprint, received_at)
  values (source_id, sha256(receive.body), receive.signature, receive.fingerprint, at)
  on conflict on constraint delivery_source_digest_key do nothing
  returning id into delivery_id;
  if not found then
    return 'duplicate';
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
