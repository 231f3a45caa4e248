-- The definition has language, volatility, security, settings and body.
select
  'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as subject,
  l.line
from pg_proc p
cross join lateral (
  values (1, 'owner ' || pg_get_userbyid(p.proowner)), (2, pg_get_functiondef(p.oid))
) as l (place, line)
where p.pronamespace = 'memory'::regnamespace and p.prokind in ('f', 'p')
order by p.proname, pg_get_function_identity_arguments(p.oid) collate "C", l.place
