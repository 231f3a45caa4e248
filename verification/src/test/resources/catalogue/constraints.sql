-- An unchecked one says NOT VALID; not null stands at its column.
select
  'table ' || c.relname as subject,
  'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line
from pg_constraint k
join pg_class c on c.oid = k.conrelid
where c.relnamespace = 'memory'::regnamespace
  and not c.relispartition
  and c.relname <> 'flyway_schema_history'
  and k.contype <> 'n'
order by c.relname, k.conname
