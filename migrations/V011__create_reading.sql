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

-- Names that mean the same: a rename is what one id shows, seen with one name and later with another. A
-- name is followed to later ones from the rename on, and to earlier ones until the rename, so that what gets
-- the old name afterwards is another thing. Only names that were replaced are read, which are few.
--
-- Nobody says when a rename was, only what was last seen before and first seen after. What happened up to an
-- hour before the first body with the new name may be told in that body. And two names that are swapped are not
-- followed from one database into the other: each rename must come after the one before it.
--
-- A database's own keyspace is not part of a table's path, and may keep its name when the database gets
-- another one; so the scope `table` has two pairs more for each rename: from the former name, and from the
-- new one to a table that is still in the keyspace of the former name.
create view memory.alias with (security_invoker = true) as
with recursive pair as (
  select
    seen.workspace_id,
    level.scope,
    level.former,
    level.name,
    max(seen.former_last) as former_last,
    min(seen.name_first) as name_first
  from (
    select
      f.workspace_id,
      f.kind,
      f.name as former,
      n.name,
      f.place as former_place,
      n.place,
      split_part(f.place, '/', 2) as former_keyspace,
      f.last_seen as former_last,
      n.first_seen as name_first
    from memory.resource_name f
    join memory.resource_name n
      on n.workspace_id = f.workspace_id and n.kind = f.kind and n.id = f.id
      and (n.last_seen, n.name) > (f.last_seen, f.name)
    where f.former
  ) as seen
  cross join lateral (
    values
      ('organization', split_part(seen.former_place, '/', 1), split_part(seen.place, '/', 1)),
      ('database', seen.former_place, seen.place),
      ('table', seen.former_place, seen.place || '/' || seen.former_keyspace),
      ('table', seen.place, seen.place || '/' || seen.former_keyspace),
      ('branch', seen.former, seen.name)
  ) as level (scope, former, name)
  where level.former <> level.name
    and (level.scope <> 'branch' or seen.kind = 'branch')
    and (level.scope <> 'table' or split_part(seen.place, '/', 2) <> seen.former_keyspace)
  group by seen.workspace_id, level.scope, level.former, level.name
),
walk as (
  select
    p.workspace_id, p.scope, p.former as name, p.name as other, p.former_last, p.name_first, true as forward
  from pair p
  union
  select p.workspace_id, p.scope, p.name, p.former, p.former_last, p.name_first, false
  from pair p
  where not starts_with(p.name, p.former || '/')
  union
  select
    w.workspace_id,
    w.scope,
    w.name,
    case when w.forward then p.name else p.former end,
    p.former_last,
    p.name_first,
    w.forward
  from walk w
  join pair p
    on p.workspace_id = w.workspace_id and p.scope = w.scope
    and case
      when w.forward then p.former = w.other and p.former_last >= w.name_first
      else
        p.name = w.other and p.name_first <= w.former_last
        and not starts_with(p.name, p.former || '/')
    end
)
select
  workspace_id,
  scope,
  name,
  other,
  min(case
    when forward then least(name_first, greatest(former_last, name_first - interval '1 hour'))
    else timestamptz '-infinity'
  end) as since,
  max(case
    when forward then timestamptz 'infinity'
    else greatest(former_last, name_first) + interval '1 second'
  end) as until
from walk
where other <> name
group by workspace_id, scope, name, other;
comment on view memory.alias is
  'Which other name a renamed organization, database or branch had or has, and when that name meant it.';
comment on column memory.alias.scope is
  'What the names are of; table: how the paths of a renamed database''s tables begin.';

-- A value that is reported again is one state, which began when it was first reported. Both windows
-- partition by what the state is of, so that asking for one thing reads only that thing; by its key, which all
-- spellings of its name have in common, and by its name, by which people ask. What was renamed has its whole
-- course under each of its names.
create view memory.state with (security_invoker = true) as
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
      t.workspace_id, t.kind, t.key, e.name, t.branch, t.attribute, t.valid_from, t.step, t.value,
      t.observation_id, t.doubtful, t.resource
    from memory.temporal_state t
    join memory.entity e on e.workspace_id = t.workspace_id and e.kind = t.kind and e.key = t.key
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
      select t.*, e.name
      from memory.temporal_state t
      join memory.entity e on e.workspace_id = t.workspace_id and e.kind = t.kind and e.key = t.key
      where t.workspace_id = a.workspace_id
        and t.place = split_part(a.other, '/', 1) || '/' || split_part(a.other, '/', 2)
        and t.valid_from between a.since and a.until
      -- Look up one database, not all states: the planner takes the aliases for many.
      offset 0
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
