-- The foreign key to the source locked the source's one row for every webhook: a write of its own
-- each, and one place where all receivers meet. memory.receive has just read that row.
set local lock_timeout = '200ms';

-- Dropping the key locks both; a receiver comes by the source first.
lock table memory.source, memory.delivery in access exclusive mode;

alter table memory.delivery drop constraint delivery_source_fkey;

comment on column memory.delivery.source_id is
  'Set by memory.receive alone; a trigger keeps a source that has deliveries.';

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
