-- Rows that are many and die together live in months: forgetting one is dropping a table.

create table memory.retention_policy (
  table_name text not null,
  keep interval not null,
  constraint retention_policy_pkey primary key (table_name),
  constraint retention_policy_keep_check check (keep >= interval '1 month')
);
comment on table memory.retention_policy is
  'How long a table with months keeps a row, counted from the end of its month.';
comment on column memory.retention_policy.keep is
  'A month is expired once its end is older than this.';

insert into memory.retention_policy (table_name, keep) values ('delivery_body', interval '13 months');

-- LIKE and ATTACH instead of CREATE ... PARTITION OF: the latter blocks inserts behind any reader.
create function memory.ensure_month(table_name text, at timestamptz) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO'
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
    raise exception 'table % has no months', ensure_month.table_name
      using errcode = 'invalid_parameter_value';
  end if;
  if at < timestamptz '2018-01-01 00:00:00+00' or starts > now() + interval '2 months' then
    raise exception 'month % is out of range: between 2018-01 and two months ahead', to_char(starts, 'YYYY-MM')
      using errcode = 'datetime_field_overflow';
  end if;
  if ends <= now() - keep then
    return 'expired';
  end if;
  if to_regclass('memory.' || month) is not null then
    return 'present';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('memory.months', 0));
  if to_regclass('memory.' || month) is not null then
    return 'present';
  end if;
  execute format('create table memory.%I (like memory.%I including all excluding identity)', month, ensure_month.table_name);
  -- A month is not covered by its parent's policies.
  execute format('alter table memory.%I enable row level security', month);
  execute format(
    'alter table memory.%I attach partition memory.%I for values from (%L) to (%L)',
    ensure_month.table_name, month, starts, ends);
  return 'made';
end
$$;
comment on function memory.ensure_month(text, timestamptz) is
  'Makes the month a time falls in: made, present, or expired when the policy has forgotten it.';
