package io.schemamemory.normalizedeliveries;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The memory's content as text that does not depend on the order of arrival.
final class Remembered {
  static final String FACETS =
      """
      select o.key || ' ' || to_char(f.occurred_at at time zone 'UTC', 'HH24:MI:SS.MS') || ': '
        || string_agg(
          f.facet || ' ' || case f.facet when 'person' then p.display_name else f.value end, ', '
          order by f.facet, f.value) as line
      from memory.observation_facet f
      join memory.observation o on o.id = f.observation_id
      left join memory.person p on f.facet = 'person' and p.id::text = f.value
      group by o.key, f.occurred_at
      order by f.occurred_at, o.key
      """;

  static final String ENTITIES =
      """
      select kind || ' ' || name || ': ' || to_char(first_seen at time zone 'UTC', 'HH24:MI:SS.MS')
        || ' to ' || to_char(last_seen at time zone 'UTC', 'HH24:MI:SS.MS') as line
      from memory.entity
      order by kind, name
      """;

  static final String STATES =
      """
      select kind || ' ' || name || ' on ' || branch || ', ' || attribute || ': ' || value || ' '
        || to_char(valid_from at time zone 'UTC', 'HH24:MI:SS.MS')
        || coalesce(' to ' || to_char(valid_to at time zone 'UTC', 'HH24:MI:SS.MS'), '') as line
      from memory.state
      order by kind, name, branch, attribute, valid_from, valid_to nulls last, value
      """;

  /// Entities that are not the fold of the facets that name them: never any.
  static final String MISFOLDED =
      """
      select kind, key
      from memory.entity e
      full join (
        select facet as kind, value as key, min(occurred_at) as first, max(occurred_at) as last
        from memory.observation_facet
        where facet not in ('person', 'kind', 'operation', 'data_loss')
        group by facet, value
      ) as f using (kind, key)
      where (e.first_seen, e.last_seen) is distinct from (f.first, f.last)
      """;

  private Remembered() {}

  static String text() {
    String lines =
        Stream.of(FACETS, ENTITIES, STATES)
            .map(query -> "array(" + query + ")")
            .collect(Collectors.joining(" || "));
    return NormalizerFixture.database
        .rows(
            "select line from unnest("
                + lines
                + ") with ordinality as l (line, place) order by place")
        .stream()
        .map(row -> row.get("line") + "\n")
        .collect(Collectors.joining());
  }
}
