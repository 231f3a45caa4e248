select
  'table ' || c.relname as subject,
  pg_get_triggerdef(t.oid) || case when t.tgenabled = 'O' then '' else ' ENABLED ' || t.tgenabled::text end as line
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
where c.relnamespace = 'memory'::regnamespace
  and not c.relispartition
  and not t.tgisinternal
order by c.relname, t.tgname
