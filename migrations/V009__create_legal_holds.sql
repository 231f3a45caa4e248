-- What a policy forgets by month, a legal hold keeps; and the months there are, told the same
-- whatever the zone of who asks.

create table memory.legal_hold (
  id bigint generated always as identity,
  table_name text not null,
  first_month date not null,
  last_month date,
  reason text not null,
  made_by text not null default session_user,
  made_at timestamptz not null default clock_timestamp(),
  released_at timestamptz,
  constraint legal_hold_pkey primary key (id),
  -- A hold on a name that has no months would hold nothing.
  constraint legal_hold_table_name_fkey foreign key (table_name) references memory.retention_policy (table_name),
  constraint legal_hold_first_month_check check (extract(day from first_month) = 1),
  constraint legal_hold_last_month_check check (extract(day from last_month) = 1 and last_month >= first_month),
  constraint legal_hold_reason_check check (reason ~ '\S'),
  constraint legal_hold_released_at_check check (released_at >= made_at)
);
comment on table memory.legal_hold is
  'Months that are not dropped, whatever the policy says, until the hold is released.';
comment on column memory.legal_hold.first_month is 'The first day of the first month that is held, in UTC.';
comment on column memory.legal_hold.last_month is
  'The first day of the last month that is held; null: every later month too.';
comment on column memory.legal_hold.made_by is 'The login that made it.';

create function memory.month_of(table_name text)
returns table (name text, starts timestamptz, ends timestamptz)
language sql stable
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO'
begin atomic
  select c.oid::regclass::text, bound.edges[1]::timestamptz, bound.edges[2]::timestamptz
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  cross join lateral regexp_match(
    pg_get_expr(c.relpartbound, c.oid), '^FOR VALUES FROM \(''([^'']+)''\) TO \(''([^'']+)''\)$') as bound (edges)
  where i.inhparent = to_regclass(format('memory.%I', month_of.table_name))
    and bound.edges is not null
  order by 2;
end;
comment on function memory.month_of(text) is
  'A table''s months with their bounds, the oldest first; none if it has none.';

-- Names, bounds and how long: all that planning needs, and no row of anybody's.
grant execute on function memory.month_of(text) to apply_retention;
grant select on memory.retention_policy to apply_retention;
