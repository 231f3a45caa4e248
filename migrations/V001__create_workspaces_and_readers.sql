-- A workspace is a tenant: it decides who may see a row. Every later row copies its workspace from its
-- source or feed inside the database; a request never names it.

-- By default PostgreSQL lets every role execute a new function; here each function is granted by name.
alter default privileges revoke execute on functions from public;

create table memory.workspace (
  id bigint generated always as identity,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint workspace_pkey primary key (id),
  constraint workspace_name_key unique (name)
);
comment on table memory.workspace is
  'A tenant: who may see a row. A deployment starts with one, default.';

insert into memory.workspace (name) values ('default');

-- What a source or a feed told stays in the workspace it was told to, where people have read it, and refers to
-- it by its id, without a foreign key.
create function memory.keep_workspace() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% % stays in its workspace, which has its memory: add another one in the other workspace',
    tg_table_name, old.id
    using errcode = 'object_not_in_prerequisite_state',
      hint = 'One that never told anything can be deleted and added again.';
end
$$;

-- A truncation looks at no row, so it would pass by the checks of a deletion.
create function memory.keep_rows() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'table % is not truncated: delete the rows that are not needed', tg_table_name
    using errcode = 'object_not_in_prerequisite_state';
end
$$;

-- For a check that locks a table to see what others have written: in any other transaction it would not.
create function memory.require_read_committed() returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'only a transaction that is read committed sees what was written since it began'
      using errcode = 'invalid_transaction_state';
  end if;
end
$$;

-- People read with a database login of their own. The bootstrap makes the first reader's login; the
-- owner adds others.
create table memory.reader (
  login name not null,
  workspace_id bigint not null,
  of_bootstrap boolean not null default false,
  constraint reader_pkey primary key (login),
  constraint reader_workspace_fkey foreign key (workspace_id) references memory.workspace (id)
);
create unique index reader_of_bootstrap_key on memory.reader (of_bootstrap) where of_bootstrap;
comment on table memory.reader is 'Which workspace a person''s database login sees.';
comment on column memory.reader.of_bootstrap is
  'Whether it stands for the login the bootstrap makes, whatever the database is called by now.';

insert into memory.reader (login, workspace_id, of_bootstrap)
select current_database() || '_reader', w.id, true from memory.workspace w where w.name = 'default';

-- A login is two roles that take turns when its password changes; both see the same rows. The bootstrap
-- names them for the database, which may have been copied or renamed since this row was written. A login
-- that is listed itself comes first.
--
-- login_workspace and chosen_workspace are SQL functions without settings, so that the planner inlines
-- them into the calling statement. "return" binds names when the function is created, so they need no
-- search_path of their own.
create function memory.login_workspace(login name) returns bigint
language sql stable
return (
  select r.workspace_id
  from memory.reader r
  where r.login = login_workspace.login
    or (r.login = current_database() || '_reader' and login_workspace.login = current_database() || '_reader_b')
    or (r.of_bootstrap and login_workspace.login::text in (
      r.login || '_b', current_database() || '_reader', current_database() || '_reader_b'))
  order by r.login = login_workspace.login desc, r.of_bootstrap
  limit 1
);
comment on function memory.login_workspace(name) is
  'The workspace of a person''s login; null if it sees none.';

-- By login, because a person could set any setting but not session_user. In plpgsql, because it keeps
-- its plan for the life of the connection; SQL would be planned again in every policy of every statement.
create function memory.reader_workspace() returns bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return memory.login_workspace(session_user);
end
$$;
comment on function memory.reader_workspace() is
  'The workspace of the current login; null if memory.reader does not list it.';

-- For a function that reads for many people. After its transaction the setting is empty, which means no
-- workspace.
create function memory.chosen_workspace() returns bigint
language sql stable
return nullif(current_setting('app.workspace_id', true), '')::bigint;
comment on function memory.chosen_workspace() is
  'The workspace a transaction chose with set_config(''app.workspace_id'', ..., true); null for none.';
