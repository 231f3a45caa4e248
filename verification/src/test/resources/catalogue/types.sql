-- Enumerations and domains; a table's row type comes with its table.
select
  'type ' || t.typname as subject,
  case t.typtype
    when 'e' then 'enum ' || (select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
    else 'domain over ' || format_type(t.typbasetype, t.typtypmod)
      || coalesce((select string_agg(' ' || pg_get_constraintdef(k.oid), '' order by k.conname) from pg_constraint k where k.contypid = t.oid), '')
  end as line
from pg_type t
where t.typnamespace = 'memory'::regnamespace and t.typtype in ('e', 'd')
order by t.typname
