-- The foreign key's check keeps its plan as long as the connection: made while there were few
-- deliveries, it read all of them for every webhook until the next analyze.
set local lock_timeout = '200ms';

-- Dropping the key locks both; a receiver comes by the delivery first.
lock table memory.delivery, memory.pending in access exclusive mode;

alter table memory.pending drop constraint pending_delivery_fkey;

comment on column memory.pending.delivery_id is
  'Set with its delivery, or by a replay of one; a trigger keeps a delivery that is pending.';
