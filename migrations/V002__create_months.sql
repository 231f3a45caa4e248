-- Large tables are partitioned by month, because dropping a partition is the cheap way to forget rows.

create table memory.retention_policy (
  table_name text not null,
  keep interval not null,
  constraint retention_policy_pkey primary key (table_name),
  constraint retention_policy_keep_check check (keep >= interval '1 month')
);
comment on table memory.retention_policy is
  'How long a table with months keeps a row, counted from the end of its month.';
comment on column memory.retention_policy.keep is 'A month is expired once its end is older than this.';

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
  -- A hold on a table without months would hold nothing.
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
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
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
comment on function memory.month_of(text) is 'A table''s months with their bounds, oldest first.';

-- The only function that knows how to make a month. It checks nothing, so no login may call it directly:
-- ensure_month and premake_month check their caller's request first.
-- LIKE and ATTACH, because CREATE ... PARTITION OF blocks inserts behind any reader.
create function memory.make_month(table_name text, starts timestamptz) returns text
language plpgsql
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
as $$
declare
  month text := format('%s_%s', make_month.table_name, to_char(make_month.starts, 'YYYYMM'));
begin
  -- No advisory lock: any login may take those, and pg_locks shows their keys. This one needs a right to update.
  perform from memory.retention_policy p where p.table_name = make_month.table_name for no key update;
  if exists (select from memory.month_of(make_month.table_name) m where m.starts = make_month.starts) then
    return 'present';
  end if;
  execute format('create table memory.%I (like memory.%I including all excluding identity)', month, make_month.table_name);
  -- A month is not covered by its parent's policies.
  execute format('alter table memory.%I enable row level security', month);
  execute format(
    'alter table memory.%I attach partition memory.%I for values from (%L) to (%L)',
    make_month.table_name, month, make_month.starts, make_month.starts + interval '1 month');
  return 'made';
end
$$;
comment on function memory.make_month(text, timestamptz) is
  'Makes the month that starts then: made or present. Checks nothing: only for ensure_month and premake_month.';

create function memory.ensure_month(table_name text, at timestamptz) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
as $$
declare
  starts timestamptz := date_trunc('month', at);
  ends timestamptz := date_trunc('month', at) + interval '1 month';
  month text := format('%s_%s', ensure_month.table_name, to_char(date_trunc('month', at), 'YYYYMM'));
  keep interval;
begin
  select p.keep into keep
  from memory.retention_policy p
  where p.table_name = ensure_month.table_name;
  if not found then
    raise exception 'table % has no months', ensure_month.table_name using errcode = 'invalid_parameter_value';
  end if;
  if at < timestamptz '2018-01-01 00:00:00+00' or starts > now() + interval '2 months' then
    raise exception 'month % is out of range: between 2018-01 and two months ahead', to_char(starts, 'YYYY-MM')
      using errcode = 'datetime_field_overflow';
  end if;
  if ends <= now() - keep then
    return 'expired';
  end if;
  -- Every write comes by here: one look in a cache, and no lock.
  if to_regclass(format('memory.%I', month)) is not null then
    return 'present';
  end if;
  return memory.make_month(ensure_month.table_name, starts);
end
$$;
comment on function memory.ensure_month(text, timestamptz) is
  'Makes the month a time falls in: made, present, or expired if the policy no longer keeps it.';

create function memory.premake_month(table_name text, month date) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
as $$
declare
  starts timestamptz := date_trunc('month', premake_month.month::timestamptz);
  current_month timestamptz := date_trunc('month', now());
begin
  if not exists (select from memory.retention_policy p where p.table_name = premake_month.table_name) then
    raise exception 'table % has no months', premake_month.table_name using errcode = 'invalid_parameter_value';
  end if;
  if (starts between current_month and current_month + interval '3 months') is not true then
    raise exception 'month % is out of range: between this month and three ahead', to_char(starts, 'YYYY-MM')
      using errcode = 'datetime_field_overflow';
  end if;
  return memory.make_month(premake_month.table_name, starts);
end
$$;
comment on function memory.premake_month(text, date) is
  'Makes the month a day falls in before rows are written to it: made or present. Up to three months ahead; ensure_month allows two.';

-- The owner's table: a function sees what holds a month, and nothing else of it.
create function memory.holds_of_month(table_name text, month date)
returns table (id bigint, reason text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
begin atomic
  select h.id, h.reason
  from memory.legal_hold h
  where h.table_name = holds_of_month.table_name
    and h.released_at is null
    and date_trunc('month', holds_of_month.month::timestamptz) >= h.first_month::timestamptz
    and (
      h.last_month is null
      or date_trunc('month', holds_of_month.month::timestamptz) <= h.last_month::timestamptz
    )
  order by h.id;
end;
comment on function memory.holds_of_month(text, date) is
  'The legal holds, not released, that keep the month a day falls in.';

-- Making a month never waits for dropping one: they take different locks, and no month is both expired and
-- allowed to be made.
create function memory.drop_month(table_name text, month date) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO'
-- While a drop waits for the parent, inserts queue behind it.
set lock_timeout = '200ms'
as $$
declare
  first_day timestamptz := date_trunc('month', drop_month.month::timestamptz);
  keep interval;
  due record;
begin
  select p.keep into keep from memory.retention_policy p where p.table_name = drop_month.table_name;
  if not found then
    raise exception 'table % has no months', drop_month.table_name using errcode = 'invalid_parameter_value';
  end if;
  -- One dropper at a time: two would stall inserts one after the other. A hold that is being made is waited
  -- for; one made later finds the month gone.
  lock table memory.legal_hold in share row exclusive mode;
  select m.name, m.ends into due from memory.month_of(drop_month.table_name) m where m.starts = first_day;
  if not found then
    return 'absent';
  end if;
  if due.ends > now() - keep then
    return 'kept';
  end if;
  if exists (select from memory.holds_of_month(drop_month.table_name, drop_month.month)) then
    return 'held';
  end if;
  -- The month first: a reader of it is waited for without a lock on the parent, which inserts need.
  execute format('lock table only %s in access exclusive mode', due.name);
  execute format('drop table %s', due.name);
  return 'dropped';
exception
  when lock_not_available then
    return 'locked';
  when undefined_table then
    return 'absent';
end
$$;
comment on function memory.drop_month(text, date) is
  'Drops the month a day falls in: dropped, absent, kept (not expired), held (legal hold), or locked (in use: try again in a new transaction).';
