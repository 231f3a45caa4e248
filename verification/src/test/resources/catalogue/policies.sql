select
  'table ' || p.tablename as subject,
  'policy ' || p.policyname || ' ' || lower(p.permissive) || ' for ' || lower(p.cmd)
    || ' to ' || (select string_agg(r, ', ' order by r) from unnest(p.roles) as r)
    || coalesce(' using ' || p.qual, '')
    || coalesce(' with check ' || p.with_check, '') as line
from pg_policies p
where p.schemaname = 'memory'
order by p.tablename, p.policyname
