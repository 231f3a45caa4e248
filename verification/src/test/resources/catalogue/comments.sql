-- Sorted outside any locale, as everything here.
select subject, line
from (
  select
    case c.relkind when 'v' then 'view ' when 'm' then 'view ' when 'S' then 'sequence ' else 'table ' end || c.relname as subject,
    'comment ' || coalesce('on ' || a.attname || ' ', '') || d.description as line
  from pg_description d
  join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
  left join pg_attribute a on d.objsubid > 0 and a.attrelid = c.oid and a.attnum = d.objsubid
  where c.relnamespace = 'memory'::regnamespace
    and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not c.relispartition
    and c.relname <> 'flyway_schema_history'
  union all
  select
    'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    'comment ' || d.description
  from pg_description d
  join pg_proc p on d.classoid = 'pg_proc'::regclass and p.oid = d.objoid
  where p.pronamespace = 'memory'::regnamespace
) as comments
order by subject collate "C", line collate "C"
