select
  'sequence ' || c.relname as subject,
  format_type(s.seqtypid, null) || ' from ' || s.seqstart || ' by ' || s.seqincrement
    || ' within ' || s.seqmin || ' to ' || s.seqmax
    || case when s.seqcycle then ' cycle' else '' end
    || coalesce(' owned by ' || d.refobjid::regclass::text || '.' || a.attname, '') as line
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
left join pg_depend d
  on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0
left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
where c.relnamespace = 'memory'::regnamespace
order by c.relname
