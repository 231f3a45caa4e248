-- A source with deliveries stays, which is checked when somebody deletes one; the foreign key that did
-- it, and goes with the next file, was checked with every webhook.

create function memory.keep_source_with_deliveries() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from memory.delivery d where d.source_id = old.id) then
    raise exception 'source % has deliveries, which outlive it: retire its secrets instead', old.name
      using errcode = 'foreign_key_violation';
  end if;
  return old;
end
$$;

create trigger source_with_deliveries_stays before delete on memory.source
for each row execute function memory.keep_source_with_deliveries();
