package io.schemamemory.verification.rights;

import io.schemamemory.testkit.MemoryDatabase;
import java.util.List;
import java.util.stream.Stream;

/// One right to one object, as a statement that tries to use it.
///
/// @param right a letter that `migrations/rights.txt` explains
record Attempt(String object, String right, String statement) {
  /// Every right to every object outside of PostgreSQL's own schemas.
  static List<Attempt> all(MemoryDatabase database) {
    return Stream.of(ELSEWHERE, ROLES, SCHEMAS, FUNCTIONS, SEQUENCES, TABLES, COLUMNS)
        .flatMap(query -> database.rows(query.formatted(OURS)).stream())
        .map(
            row ->
                new Attempt(
                    String.valueOf(row.get("object")).replace("memory.", ""),
                    String.valueOf(row.get("right")),
                    String.valueOf(row.get("statement"))))
        .toList();
  }

  private static final String OURS =
      "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

  private static final String ELSEWHERE =
      """
      select * from (values
        ('database', 'c', 'create schema tried'),
        ('temporary tables', 'c', 'create temporary table tried ()'),
        ('roles', 'c', 'create role tried'),
        ('server files', 's', 'select pg_read_file(''PG_VERSION'')'),
        ('server files', 'i', 'copy (select 1) to ''/tmp/tried''')
      ) as attempt (object, "right", statement)
      where $$%s$$ is not null
      """;

  /// Names a database's own roles independently of the database's name.
  private static final String ROLES =
      """
      select
        'role ' || regexp_replace(rolname, '^' || current_database() || '_', 'DATABASE_') as object,
        'b' as right,
        format('set local role %%I', rolname) as statement
      from pg_roles where $$%s$$ is not null order by rolname
      """;

  private static final String SCHEMAS =
      """
      select
        'schema ' || nspname as object,
        'c' as right,
        format('create table %%I.tried ()', nspname) as statement
      from pg_namespace n where %s order by nspname
      """;

  /// Arguments are no constants, which PostgreSQL would compute with before it asks for rights.
  private static final String FUNCTIONS =
      """
      select
        format('%%s(%%s)',
          p.oid::regproc,
          (select string_agg(format_type(t, null), ', ' order by i)
            from unnest(p.proargtypes) with ordinality as a (t, i))) as object,
        'x' as right,
        format('%%s %%s(%%s)',
          case p.prokind when 'p' then 'call' else 'select' end,
          p.oid::regproc,
          (select string_agg(format('(select null::%%s)', format_type(t, null)), ', ' order by i)
            from unnest(p.proargtypes) with ordinality as a (t, i))) as statement
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where %s order by 1
      """;

  private static final String SEQUENCES =
      """
      select 'sequence ' || c.oid::regclass as object, attempt.*
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral (values
        ('n', format('select nextval(%%L)', c.oid::regclass)),
        ('s', format('select last_value from %%s', c.oid::regclass)),
        ('w', format('select setval(%%L, 1)', c.oid::regclass))
      ) as attempt ("right", statement)
      where c.relkind = 'S' and %s order by 1
      """;

  /// None waits for a lock before it is refused: several logins try at once.
  private static final String TABLES =
      """
      select c.oid::regclass as object, "right", statement
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral (values
        (1, 'd', format('delete from %%s where false', c.oid::regclass)),
        (2, 't', format('truncate %%s', c.oid::regclass)),
        (3, 'o', format('drop %%s %%s',
          case c.relkind when 'v' then 'view' else 'table' end, c.oid::regclass))
      ) as attempt (place, "right", statement)
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and %s
        and not (c.relkind = 'v' and "right" = 't')
      order by c.oid, place
      """;

  /// Skips columns of a view that cannot be written with any right.
  private static final String COLUMNS =
      """
      select c.oid::regclass || '.' || a.attname as object, "right", statement
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      cross join lateral (values
        (1, 's', format('select %%I from %%s where false', a.attname, c.oid::regclass)),
        (2, 'i', format('insert into %%s (%%I) values (default)', c.oid::regclass, a.attname)),
        (3, 'u', format('update %%s set %%I = default where false', c.oid::regclass, a.attname))
      ) as attempt (place, "right", statement)
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and %s
        and (c.relkind <> 'v' or place = 1 or pg_column_is_updatable(c.oid, a.attnum, false))
      order by c.oid, a.attnum, place
      """;
}
