-- How people read the memory: views that run with the reader's rights and fill in people's names.

-- Returns a set, though always of one row: only then the planner inlines it and checks the policy on
-- people once, not once per entry. Runs with the reader's rights: a person the reader may not see is
-- "somebody".
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
  'Fills a template''s marks with people''s current names; always one row.';

create function memory.entry_text(workspace_id bigint, template text, people bigint[]) returns text
language sql stable
return (
  select filled.text
  from memory.filled_template(entry_text.workspace_id, entry_text.template, entry_text.people) as filled (text)
);
comment on function memory.entry_text(bigint, text, bigint[]) is
  'Fills a template''s marks with people''s current names.';

create view memory.timeline with (security_invoker = true) as
select
  o.occurred_at,
  o.organization,
  o.database_name,
  o.branch,
  o.kind,
  (select filled.text from memory.filled_template(o.workspace_id, o.template, o.people) as filled (text)) as entry,
  o.deploy_request,
  o.id,
  o.doubtful_at as doubtful_time
from memory.observation o
where o.duplicate_of is null
order by o.occurred_at desc, o.id desc;
comment on view memory.timeline is 'Every memory entry, the newest first.';
comment on column memory.timeline.doubtful_time is
  'The time PlanetScale gave, where it cannot be right; occurred_at is then ours.';

create view memory.story with (security_invoker = true) as
select
  d.organization,
  d.database_name,
  d.number,
  d.branch,
  d.into_branch,
  d.outcome,
  (select filled.text from memory.filled_template(d.workspace_id, d.template, d.people) as filled (text)) as story,
  d.statements,
  d.can_drop_data,
  d.opened_at,
  d.approved,
  d.approved_at,
  d.queued_at,
  d.cut_over_at,
  d.deployed_at,
  d.deployed_at - d.queued_at as time_to_deploy,
  d.instant,
  d.revertible_until,
  d.cancelled_at,
  d.reverted_at,
  d.revert_failed,
  d.errored_at,
  d.errors,
  d.closed_at,
  d.html_url,
  d.paths,
  d.doubtful_times
from memory.deploy_request d
order by coalesce(d.deployed_at, d.opened_at) desc nulls last;
comment on view memory.story is 'Every deploy request''s story, the newest first.';
comment on column memory.story.time_to_deploy is 'From the queue to the changed schema.';

-- A value that is reported again is one state, which began when it was first reported. Both windows
-- partition by what the state is of, so that asking for one thing reads only that thing; by its key, which all
-- spellings of its name have in common, and by its name, by which people ask. What was renamed has its whole
-- course under each of its names.
--
-- A column goes with its table, comes back with it when that is reverted, and is converted with it: no statement
-- names the columns then, so they are found here, in whatever order the observations arrived.
create view memory.state with (security_invoker = true) as
with begun as not materialized (
  select
    t.workspace_id, t.kind, t.key, e.name, t.branch, t.attribute, t.valid_from, t.step, t.value,
    t.observation_id, t.doubtful, t.resource, t.place
  from memory.temporal_state t
  join memory.entity e on e.workspace_id = t.workspace_id and e.kind = t.kind and e.key = t.key
  union all
  select
    t.workspace_id, 'column', c.key, c.name, t.branch, 'definition', t.valid_from, t.step, b.value,
    t.observation_id, t.doubtful, t.resource, t.place
  from memory.entity c
  cross join lateral (
    -- A dot in a table's own name is written like this before a column's. The functions are not leakproof, so
    -- a join on them would not use the index; offset 0 keeps them out of it.
    select replace(substring(c.key from '^((?:.*/)?[^/.]*)[.]'), '%2E', '.') as key
    offset 0
  ) as o
  join memory.temporal_state t
    on t.workspace_id = c.workspace_id and t.kind = 'table' and t.key = o.key
    and (
      t.attribute = 'converted'
      or t.attribute = 'last_change' and t.value ~ '^((DROP|RENAME) by|revert of) ')
  cross join lateral (
    select d.value, d.valid_from, d.step, d.observation_id
    from memory.temporal_state d
    where d.workspace_id = t.workspace_id
      and d.kind = 'column'
      and d.key = c.key
      and d.branch = t.branch
      and d.attribute = 'definition'
      and (d.valid_from, d.step) <= (t.valid_from, t.step)
    order by d.valid_from desc, d.step desc, d.value desc
    limit 1
  ) as d
  cross join lateral (
    select
      coalesce(bool_or(g.observation_id = t.observation_id and g.value = 'false'), false) as gone,
      coalesce(bool_or(g.value like 'DROP by %' or g.value like 'RENAME by %'), false) as ended,
      coalesce(
        bool_or(
          g.value ~ '^(DROP|RENAME) by '
          and substring(g.value from '#.*') = substring(t.value from '#.*')),
        false) as ended_by_it
    from memory.temporal_state g
    where g.workspace_id = t.workspace_id
      and g.kind = 'table'
      and g.key = t.key
      and g.branch = t.branch
      and g.attribute in ('exists', 'last_change')
      and (g.valid_from, g.step) > (d.valid_from, d.step)
      and (g.valid_from, g.step) <= (t.valid_from, t.step)
  ) as g
  cross join lateral (
    select case
      when t.attribute = 'converted' then
        case
          when g.ended or d.value !~* '\m(char(acter)? set|charset|collate)\M' then null
          when t.value like 'to %' then 'altered by ' || substring(t.value from '#[0-9]+$')
          else t.value
        end
      when t.value like 'DROP by %' or g.gone then 'none'
      when t.value like 'RENAME by %' then
        'that of the table renamed by ' || substring(t.value from '#.*')
      when t.value like 'revert of %' and g.ended_by_it then 'as before ' || substring(t.value from '#.*')
    end as value
  ) as b
  where c.kind = 'column'
    and d.value <> 'none'
    -- What the same observation says of the column itself comes first.
    and d.observation_id <> t.observation_id
    and b.value is not null
)
select
  s.kind,
  s.name,
  s.key,
  s.branch,
  s.attribute,
  s.value,
  s.valid_from,
  lead(s.valid_from) over (
    partition by s.workspace_id, s.kind, s.key, s.name, s.branch, s.attribute
    order by s.valid_from, s.step, s.value
  ) as valid_to,
  s.observation_id,
  s.doubtful
from (
  select
    t.*,
    lag(t.value) over (
      partition by t.workspace_id, t.kind, t.key, t.name, t.branch, t.attribute
      order by t.valid_from, t.step, t.value
    ) as value_before,
    lag(t.resource) over (
      partition by t.workspace_id, t.kind, t.key, t.name, t.branch, t.attribute
      order by t.valid_from, t.step, t.value
    ) as resource_before
  from (
    select
      t.workspace_id, t.kind, t.key, t.name, t.branch, t.attribute, t.valid_from, t.step, t.value,
      t.observation_id, t.doubtful, t.resource
    from begun t
    union all
    select
      a.workspace_id,
      t.kind,
      a.name || substr(t.key, length(a.other) + 1),
      coalesce(n.name, a.name || substr(t.name, length(a.other) + 1)),
      case t.kind
        when 'branch' then split_part(a.name || substr(t.key, length(a.other) + 1), '/', 3)
        else t.branch
      end,
      t.attribute,
      t.valid_from,
      t.step,
      t.value,
      t.observation_id,
      t.doubtful,
      t.resource
    from memory.alias a
    cross join lateral (
      select t.*
      from begun t
      where t.workspace_id = a.workspace_id
        and t.place = split_part(a.other, '/', 1) || '/' || split_part(a.other, '/', 2)
        and t.valid_from between a.since and a.until
      -- Look up one database, not all states: the planner takes the aliases for many.
      limit all
    ) as t
    left join memory.entity n
      on n.workspace_id = t.workspace_id and n.kind = t.kind
      and n.key = a.name || substr(t.key, length(a.other) + 1)
    where (t.key = a.other or starts_with(t.key, a.other || '/'))
      and case a.scope
        when 'database' then true
        when 'branch' then t.kind = 'branch'
        when 'table' then t.kind in ('table', 'column')
        else false
      end
  ) as t
) as s
where s.value is distinct from s.value_before or s.resource <> s.resource_before;
comment on view memory.state is
  'What was true of something, from when until when; valid_to is null if it still is.';
comment on column memory.state.name is 'As last written; states_of and state_at take any spelling.';
comment on column memory.state.key is 'What all spellings of the name have in common.';
comment on column memory.state.observation_id is 'The observation that first said so.';
comment on column memory.state.doubtful is
  'Whether valid_from is ours, because the time PlanetScale gave cannot be right.';
