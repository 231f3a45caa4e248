-- Reading a page under row-level security costs little more than without: whose workspace it is was
-- planned anew wherever a policy asked, and asked again for every person an entry names.

-- In plpgsql, since it keeps its plan as long as the connection: a function in SQL is planned anew in
-- every statement and for every policy in it.
create or replace function memory.reader_workspace() returns bigint
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select r.workspace_id from memory.reader r where r.login = memory.reader_login());
end
$$;

-- These two are in SQL and set nothing, so that they become part of the statement that calls them.
-- Their names are bound already: what stands after return is read when it is created.
create or replace function memory.reader_login() returns name
language sql stable
return case session_user
  when current_database() || '_reader_b' then (current_database() || '_reader')::name
  else session_user
end;

create or replace function memory.chosen_workspace() returns bigint
language sql stable
return nullif(current_setting('app.workspace_id', true), '')::bigint;

-- Returns a set, though always of one, since only then it becomes part of the statement too: so the
-- policy on people is asked once, and not once an entry. Security invoker: whoever may not see a
-- person reads "somebody".
create function memory.filled_template(workspace_id bigint, template text, people bigint[])
returns setof text
language sql stable rows 1
begin atomic
  select string_agg(
    case
      when token.part[1] = '{{' then '{'
      when token.part[1] = '}}' then '}'
      when token.part[1] ~ '^\{[0-9]+\}$' then coalesce((
        select p.display_name
        from memory.person p
        where p.workspace_id = filled_template.workspace_id
          and p.id = filled_template.people[trim(both '{}' from token.part[1])::integer]),
        'somebody')
      else token.part[1]
    end,
    '' order by token.place)
  from regexp_matches(filled_template.template, '\{\{|\}\}|\{[0-9]+\}|[^{}]+', 'g')
    with ordinality as token (part, place);
end;
comment on function memory.filled_template(bigint, text, bigint[]) is
  'One text: a template whose marks are filled with people''s names as they are today.';

create or replace function memory.entry_text(workspace_id bigint, template text, people bigint[]) returns text
language sql stable
return (
  select filled.text
  from memory.filled_template(entry_text.workspace_id, entry_text.template, entry_text.people) as filled (text)
);

create or replace view memory.timeline with (security_invoker = true) as
select
  o.occurred_at,
  o.organization,
  o.database_name,
  o.branch,
  o.kind,
  (select filled.text from memory.filled_template(o.workspace_id, o.template, o.people) as filled (text)) as entry,
  o.deploy_request,
  o.id
from memory.observation o
where o.told_by is null
order by o.occurred_at desc, o.id desc;

create or replace view memory.story with (security_invoker = true) as
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
  (select filled.text from memory.filled_template(d.workspace_id, d.template, d.people) as filled (text)) as story,
  d.statements,
  d.html_url,
  d.approved,
  d.queued_at,
  d.cut_over_at,
  d.deployed_at - d.queued_at as time_to_deploy,
  d.instant,
  d.revertible_until,
  d.revert_failed,
  d.cancelled_at,
  d.errored_at,
  d.errors,
  d.approved_at
from memory.deploy_request d
order by coalesce(d.deployed_at, d.opened_at) desc nulls last;

grant execute on function memory.filled_template(bigint, text, bigint[]) to read_memory, search_memory;
