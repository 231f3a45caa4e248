-- How people read the memory: with a login of their own, which sees its workspace and nothing else.

create table memory.reader (
  login name not null,
  workspace_id bigint not null,
  constraint reader_pkey primary key (login),
  constraint reader_workspace_fkey foreign key (workspace_id) references memory.workspace (id)
);
comment on table memory.reader is 'Which workspace a person''s database login sees.';

-- The first reader is the login the bootstrap makes; others are added by the owner.
insert into memory.reader (login, workspace_id)
select current_database() || '_reader', w.id from memory.workspace w where w.name = 'default';

-- A person could set any setting; the login cannot be set.
create function memory.reader_workspace() returns bigint
language sql stable security definer
set search_path = pg_catalog, pg_temp
return (select r.workspace_id from memory.reader r where r.login = session_user);
comment on function memory.reader_workspace() is 'The workspace of the login that asks; null for a stranger.';

create policy read_memory_own on memory.person for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.observation for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));
create policy read_memory_own on memory.deploy_request for select
  to read_memory using (workspace_id = (select memory.reader_workspace()));

-- Security invoker: whoever may not see a person reads "somebody".
create function memory.entry_text(workspace_id bigint, template text, people bigint[]) returns text
language sql stable
set search_path = pg_catalog, pg_temp
return (
  select string_agg(
    case
      when token.part[1] = '{{' then '{'
      when token.part[1] = '}}' then '}'
      when token.part[1] ~ '^\{[0-9]+\}$' then coalesce((
        select p.display_name
        from memory.person p
        where p.workspace_id = entry_text.workspace_id
          and p.id = entry_text.people[trim(both '{}' from token.part[1])::integer]),
        'somebody')
      else token.part[1]
    end,
    '' order by token.place)
  from regexp_matches(entry_text.template, '\{\{|\}\}|\{[0-9]+\}|[^{}]+', 'g')
    with ordinality as token (part, place)
);
comment on function memory.entry_text(bigint, text, bigint[]) is
  'Fills a template''s marks with people''s names as they are today.';

create view memory.timeline with (security_invoker = true) as
select
  o.occurred_at,
  o.organization,
  o.database_name,
  o.branch,
  o.kind,
  memory.entry_text(o.workspace_id, o.template, o.people) as entry,
  o.deploy_request,
  o.id
from memory.observation o
where o.told_by is null
order by o.occurred_at desc, o.id desc;
comment on view memory.timeline is 'Every memory entry, the newest first.';

create view memory.story with (security_invoker = true) as
select
  d.organization,
  d.database_name,
  d.number,
  d.branch,
  d.into_branch,
  d.outcome,
  d.can_drop_data,
  d.opened_at,
  d.deployed_at,
  d.reverted_at,
  d.closed_at,
  memory.entry_text(d.workspace_id, d.template, d.people) as story,
  d.statements,
  d.html_url
from memory.deploy_request d
order by coalesce(d.deployed_at, d.opened_at) desc nulls last;
comment on view memory.story is 'Every deploy request''s story, the newest first.';

grant execute on function memory.reader_workspace() to read_memory;
grant execute on function memory.entry_text(bigint, text, bigint[]) to read_memory;
grant select on memory.timeline, memory.story, memory.deploy_request to read_memory;
grant select on memory.observation to read_memory;
grant select (id, workspace_id, display_name) on memory.person to read_memory;
