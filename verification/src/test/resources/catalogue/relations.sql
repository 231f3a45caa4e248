-- Tables and views themselves, without months and Flyway's own table.
select
  case when c.relkind in ('v', 'm') then 'view ' else 'table ' end || c.relname as subject,
  l.line
from pg_class c
cross join lateral (
  values
    (1, 'owner ' || pg_get_userbyid(c.relowner)),
    (2, case when c.relpersistence <> 'p' then 'not logged' end),
    (3, 'partition by ' || pg_get_partkeydef(c.oid)),
    (4, case when c.relrowsecurity then 'row level security' || case when c.relforcerowsecurity then ', forced' else '' end end),
    (5, 'with ' || (select string_agg(o, ', ' order by o collate "C") from unnest(c.reloptions) as o)),
    (6, case when c.relkind in ('v', 'm') then e'as\n' || pg_get_viewdef(c.oid, true) end)
) as l (place, line)
where c.relnamespace = 'memory'::regnamespace
  and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and not c.relispartition
  and c.relname <> 'flyway_schema_history'
  and l.line is not null
order by c.relname, l.place
