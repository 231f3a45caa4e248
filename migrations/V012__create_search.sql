-- The memory by page: each page begins after the last entry of the one before, so it costs the same
-- however far back it lies, and holds two hundred entries at most.
--
-- In plpgsql, because its plans know the arguments: a plan for any page would read everything to sort it.
-- The lateral joins with a limit keep the plan to one look-up per row, and only the entries of the page
-- get their text.

create function memory.timeline_page(
  before timestamptz default 'infinity',
  before_id bigint default 9223372036854775807,
  page integer default 50
) returns setof memory.timeline
language plpgsql stable rows 50 set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  select t.*
  from (
    select o.id
    from memory.observation o
    where o.duplicate_of is null
      and (o.occurred_at, o.id) < (timeline_page.before, timeline_page.before_id)
    order by o.occurred_at desc, o.id desc
    limit least(timeline_page.page, 200)
  ) as found
  cross join lateral (select t.* from memory.timeline t where t.id = found.id limit 1) as t
  order by t.occurred_at desc, t.id desc;
end
$$;
comment on function memory.timeline_page(timestamptz, bigint, integer) is
  'Entries before a time and id, newest first; for the next page, pass those of the last entry.';

-- MySQL compares columns' names letter by letter in lower case; pg_c_utf8 has each letter's, whatever the
-- database's locale. The writer makes keys by the same rule.
create function memory.entity_key(kind text, name text) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
  parts constant text[] := regexp_match(entity_key.name, '^((?:.*/)?[^/.]*\.)([^/]*)$');
begin
  if entity_key.kind <> 'column' or parts is null then
    return entity_key.name;
  end if;
  return parts[1] || lower(parts[2] collate "pg_c_utf8");
end
$$;
comment on function memory.entity_key(text, text) is
  'What all spellings of a name have in common: a column''s path with its last part in lower case.';

-- A facet's value, and what else that thing was called, in which time.
create function memory.names_of(facet text, value text)
returns table (other text, since timestamptz, until timestamptz)
language plpgsql stable rows 1 set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  select names_of.value, timestamptz '-infinity', timestamptz 'infinity'
  union all
  select a.other || substr(names_of.value, length(a.name) + 1), min(a.since), max(a.until)
  from memory.alias a
  where case a.scope
    when 'database' then
      names_of.facet in ('database', 'branch', 'keyspace', 'table', 'column', 'deploy_request')
      and (names_of.value = a.name or starts_with(names_of.value, a.name || '/'))
    when 'table' then
      names_of.facet in ('table', 'column') and starts_with(names_of.value, a.name || '/')
    else names_of.facet = a.scope and names_of.value = a.name
  end
  group by 1;
end
$$;
comment on function memory.names_of(text, text) is
  'What a thing was called before and after it, its database or its organization was renamed; itself first.';

-- One facet finds the candidates in the order of time; the others are looked up for each of them, so the
-- first one should be rare. Up to a thousand are counted; beyond that the order of the list decides, in
-- which what names a thing comes before what names a kind.
create function memory.search(
  wanted jsonb,
  before timestamptz default 'infinity',
  before_id bigint default 9223372036854775807,
  page integer default 50
) returns setof memory.timeline
language plpgsql stable rows 50 set search_path = pg_catalog, pg_temp
as $$
declare
  facets constant text[] := array[
    'column', 'table', 'deploy_request', 'person', 'keyspace', 'branch', 'data_loss', 'operation',
    'kind', 'database', 'organization'];
  keys jsonb := search.wanted;
  rarest text;
  named jsonb;
begin
  if keys ? 'column' then
    keys := keys || jsonb_build_object('column', memory.entity_key('column', keys ->> 'column'));
  end if;
  select f.name into rarest
  from unnest(facets) with ordinality as f (name, place)
  cross join lateral (
    select count(*)
    from (
      select
      from memory.observation_facet o
      where o.facet = f.name and o.value = keys ->> f.name
      limit 1000
    ) as first_thousand
  ) as counted (up_to_a_thousand)
  where search.wanted ? f.name
  order by counted.up_to_a_thousand, f.place
  limit 1;
  if rarest is null or search.wanted - facets <> '{}' then
    raise exception 'look for one or more of: %', array_to_string(facets, ', ')
      using errcode = 'invalid_parameter_value', hint = 'such as {"table": "acme/shop/customers"}';
  end if;
  select jsonb_agg(to_jsonb(n) || jsonb_build_object('facet', w.key)) into named
  from jsonb_each_text(keys) w
  cross join lateral memory.names_of(w.key, w.value) n;
  return query
  select t.*
  from (
    select f.id
    from jsonb_to_recordset(named) as n (facet text, other text, since timestamptz, until timestamptz)
    cross join lateral (
      select o.id, f.occurred_at
      from memory.observation_facet f
      cross join lateral (
        select o.id from memory.observation o where o.id = f.observation_id and o.duplicate_of is null limit 1
      ) as o
      where f.facet = rarest and f.value = n.other
        and (f.occurred_at, f.observation_id) < (search.before, search.before_id)
        and f.occurred_at between n.since and n.until
        and not exists (
          select
          from jsonb_each_text(keys - rarest) w
          where not exists (
            select
            from jsonb_to_recordset(named) as m (facet text, other text, since timestamptz, until timestamptz)
            cross join lateral (
              select
              from memory.observation_facet other
              where other.workspace_id = f.workspace_id
                and other.facet = w.key
                and other.value = m.other
                and other.occurred_at = f.occurred_at
                and other.observation_id = f.observation_id
              limit 1
            ) as has
            where m.facet = w.key and f.occurred_at between m.since and m.until))
      order by f.occurred_at desc, f.observation_id desc
      limit least(search.page, 200)
    ) as f
    where n.facet = rarest
    -- An entry may have two names of one thing.
    group by f.id, f.occurred_at
    order by f.occurred_at desc, f.id desc
    limit least(search.page, 200)
  ) as found
  cross join lateral (select t.* from memory.timeline t where t.id = found.id limit 1) as t
  order by t.occurred_at desc, t.id desc;
end
$$;
comment on function memory.search(jsonb, timestamptz, bigint, integer) is
  'Entries that have every facet wanted, under any name it had, newest first; facets as memory.observation_facet has them.';

create function memory.states_of(kind text, name text) returns setof memory.state
language plpgsql stable rows 20 set search_path = pg_catalog, pg_temp
as $$
begin
  return query
  select s.*
  from memory.state s
  where s.kind = states_of.kind and s.key = memory.entity_key(states_of.kind, states_of.name)
  order by s.database, s.branch, s.attribute, s.valid_from;
end
$$;
comment on function memory.states_of(text, text) is
  'What was true of something, from when until when; a column''s name in any spelling.';

create function memory.state_at(kind text, name text, at timestamptz default now())
returns table (branch text, attribute text, value text, since timestamptz, doubtful boolean)
language plpgsql stable rows 10 set search_path = pg_catalog, pg_temp
as $$
<<holding>>
declare
  place constant text := split_part(state_at.name, '/', 1) || '/' || split_part(state_at.name, '/', 2);
  holder constant text := coalesce((
    select h.database
    from memory.holder h
    where h.place = holding.place and state_at.at > h.since and state_at.at <= h.until), place);
begin
  return query
  select distinct on (s.branch, s.attribute) s.branch, s.attribute, s.value, s.valid_from, s.doubtful
  from memory.states_of(state_at.kind, state_at.name) s
  where s.valid_from <= state_at.at and (s.valid_to > state_at.at or s.valid_to is null)
  order by s.branch, s.attribute, s.database = holding.holder desc, s.valid_from desc;
end
$$;
comment on function memory.state_at(text, text, timestamptz) is
  'What was true of something at a time; a column''s name in any spelling. Of several databases that had the name, the one that had it then.';
