-- A login is two roles, which take turns when its password changes: the reader's second one sees
-- what its first one sees, by the same row.

create function memory.reader_login() returns name
language sql stable
set search_path = pg_catalog, pg_temp
return case session_user
  when current_database() || '_reader_b' then (current_database() || '_reader')::name
  else session_user
end;
comment on function memory.reader_login() is
  'What memory.reader calls whoever asks: DATABASE_reader for both roles the bootstrap makes, else the login''s own name.';

create or replace function memory.reader_workspace() returns bigint
language sql stable security definer
set search_path = pg_catalog, pg_temp
return (select r.workspace_id from memory.reader r where r.login = memory.reader_login());
