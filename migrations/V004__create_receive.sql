-- The receiver's only door. One round trip instead of four; plpgsql, since it keeps its plans per
-- server connection.

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
  perform memory.ensure_month('delivery_body', at);
  insert into memory.delivery_body (delivery_id, received_at, body)
  values (delivery_id, at, receive.body);
  insert into memory.pending (delivery_id, received_at) values (delivery_id, at);
  return 'stored';
end
$$;
comment on function memory.receive(text, text, text, timestamptz, bytea) is
  'Stores a verified body once: stored, duplicate, or unknown_source. A null received_at means now; an older one is clamped to the last 14 days.';

grant execute on function memory.receive(text, text, text, timestamptz, bytea)
  to receive_webhook;
