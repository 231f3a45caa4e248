-- Who may do what, the owner apart; public where nobody is named.
with object (subject, columns, owner, acl) as (
  select 'schema memory', '', nspowner, coalesce(nspacl, acldefault('n', nspowner))
  from pg_namespace
  where nspname = 'memory'
  union all
  select
    case when relkind in ('v', 'm') then 'view ' when relkind = 'S' then 'sequence ' else 'table ' end || relname,
    '', relowner,
    coalesce(relacl, acldefault(case when relkind = 'S' then 's' else 'r' end::"char", relowner))
  from pg_class
  where relnamespace = 'memory'::regnamespace
    and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    and not relispartition
    and relname <> 'flyway_schema_history'
  union all
  select
    case when c.relkind in ('v', 'm') then 'view ' else 'table ' end || c.relname,
    ' (' || a.attname || ')', c.relowner, a.attacl
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'memory'::regnamespace and not c.relispartition and a.attacl is not null
  union all
  select
    'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')',
    '', proowner, coalesce(proacl, acldefault('f', proowner))
  from pg_proc
  where pronamespace = 'memory'::regnamespace
  union all
  -- Here the owner is told too: nobody else is what revoking from public leaves.
  select
    'default privileges of ' || pg_get_userbyid(defaclrole),
    ' on ' || case defaclobjtype when 'f' then 'functions' when 'r' then 'tables' when 'S' then 'sequences' else defaclobjtype::text end
      || coalesce(' in ' || nullif(defaclnamespace, 0)::regnamespace::text, ''),
    0, defaclacl
  from pg_default_acl
)
select
  o.subject,
  'grant ' || string_agg(lower(g.privilege_type) || case when g.is_grantable then ' (grantable)' else '' end, ', ' order by g.privilege_type collate "C")
    || o.columns || ' to ' || case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee) end as line
from object o
cross join lateral aclexplode(o.acl) as g
where g.grantee <> o.owner or o.owner = 0
group by o.subject, o.columns, g.grantee
order by o.subject collate "C", g.grantee = 0, pg_get_userbyid(g.grantee), o.columns collate "C"
