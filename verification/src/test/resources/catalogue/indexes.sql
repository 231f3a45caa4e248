-- Those a constraint makes too, since only here it shows whether one is valid.
select
  'table ' || c.relname as subject,
  pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' INVALID' end as line
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_class x on x.oid = i.indexrelid
where c.relnamespace = 'memory'::regnamespace
  and not c.relispartition
  and c.relname <> 'flyway_schema_history'
order by c.relname, x.relname
