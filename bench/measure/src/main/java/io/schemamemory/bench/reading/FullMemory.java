package io.schemamemory.bench.reading;

import io.schemamemory.bench.harness.BenchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A memory with many entries of two workspaces, each naming a person; measures reading a page of
/// it.
public final class FullMemory implements AutoCloseable {
  /// Half of them belong to the reader. Pages are found by index, so more would change little.
  public static final int ENTRIES = 200_000;

  /// Pages per turn: a single one is too short to measure.
  private static final int PAGES = 100;

  private static final String FILL =
      """
      insert into memory.workspace (name) values ('bench');
      insert into memory.person (workspace_id, display_name)
      select w.id, 'Jane of ' || w.name from memory.workspace w;
      insert into memory.observation
        (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
      select w.id, 'bench/' || i, 'k', 'acme', 'shop',
        timestamptz '2020-01-01Z' + i * interval '1 min', '{1} deployed it',
        array(select p.id from memory.person p where p.workspace_id = w.id)
      from generate_series(1, %d) i
      join memory.workspace w on w.name = case i %% 2 when 0 then 'default' else 'bench' end;
      insert into memory.observation_facet
      select workspace_id, 'table', 'acme/shop/t' || id / 2 %% 500, occurred_at, id
      from memory.observation;
      insert into memory.observation_facet
      select workspace_id, 'kind', 'k' || id / 2 %% 10, occurred_at, id from memory.observation;
      analyze memory.person, memory.observation, memory.observation_facet
      """
          .formatted(ENTRIES);

  /// Copies of the functions that filter by workspace themselves, where a policy would.
  private static final String UNGUARDED =
      """
      do $$
      declare
        mine constant bigint := (select id from memory.workspace where name = 'default');
        name text;
        definition text;
      begin
        for name, definition in
          select p.proname, pg_get_functiondef(p.oid)
          from pg_proc p
          where p.pronamespace = 'memory'::regnamespace and p.proname in ('timeline_page', 'search')
        loop
          definition := replace(definition, name || '.', 'unguarded_' || name || '.');
          definition := replace(definition, name || '(', 'unguarded_' || name || '(');
          definition := replace(definition, 'where o.duplicate_of', 'where o.workspace_id = ' || mine || ' and o.duplicate_of');
          definition := replace(definition, 'where o.facet =', 'where o.workspace_id = ' || mine || ' and o.facet =');
          definition := replace(definition, 'where f.facet =', 'where f.workspace_id = ' || mine || ' and f.facet =');
          execute definition;
        end loop;
      end
      $$
      """;

  private final Connection owner;
  private final Connection reader;

  private FullMemory(Connection owner, Connection reader) {
    this.owner = owner;
    this.reader = reader;
  }

  static FullMemory fill(BenchDatabase database) {
    try {
      Connection owner = database.owner();
      run(owner, FILL);
      run(owner, UNGUARDED);
      return new FullMemory(owner, database.reader());
    } catch (SQLException failure) {
      throw new IllegalStateException("the memory could not be filled", failure);
    }
  }

  /// Milliseconds a page.
  double millis(ReadingVariant by, MemoryPage page) {
    try {
      long began = System.nanoTime();
      for (int i = 0; i < PAGES; i++) {
        switch (by) {
          case OWNER -> read(owner, "select * from memory.unguarded_" + page.call());
          case READER -> read(reader, "select * from memory." + page.call());
        }
      }
      return (System.nanoTime() - began) / 1e6 / PAGES;
    } catch (SQLException failure) {
      throw new IllegalStateException(page + " could not be read", failure);
    }
  }

  private static void read(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      int read = 0;
      while (rows.next()) {
        read++;
      }
      if (read != MemoryPage.ENTRIES) {
        throw new IllegalStateException(query + " gave " + read + " entries");
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try (owner;
        reader) {
      run(owner, "truncate memory.person, memory.observation, memory.observation_facet cascade");
    } catch (SQLException failure) {
      throw new IllegalStateException("the memory could not be emptied", failure);
    }
  }
}
