package io.schemamemory.memorywriter;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading among a million entries, as a person does: under row-level security, through the pooler.
class MillionIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  /// A page's 50 entries are some 15 blocks each: look-ups in three indexes, and their rows. All
  /// facets have over 20,000.
  private static final int BOUND = 2500;

  private static final Pattern BLOCKS = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)");

  @BeforeAll
  static void fill() {
    // Foreign keys and the indexes for them cost time and help no reader.
    database.asOwner(
        """
        drop index memory.observation_facet_observation_idx, memory.temporal_state_observation_idx;
        alter table memory.observation drop constraint observation_workspace_fkey;
        alter table memory.observation_facet drop constraint observation_facet_observation_fkey;
        alter table memory.temporal_state drop constraint temporal_state_observation_fkey;
        alter table memory.entity drop constraint entity_workspace_fkey;
        insert into memory.observation
          (id, workspace_id, key, kind, organization, database_name, occurred_at, template, people)
        overriding system value
        select i, 1 + i % 2, i, 'k', 'acme', 'shop', timestamptz '2020-01-01Z' + i * interval '1 min',
          'it was', '{}'
        from generate_series(1, 1000000) i;
        insert into memory.observation_facet
        select workspace_id, 'table', 'acme/shop/t' || id / 2 % 5000, occurred_at, id
        from memory.observation;
        insert into memory.observation_facet
        select workspace_id, 'kind', 'k' || id / 2 % 10, occurred_at, id from memory.observation;
        insert into memory.temporal_state
        select workspace_id, 'table', 'acme/shop/t' || id / 2 % 5000, 'main', 'last_change',
          occurred_at, 0, id, id
        from memory.observation where id % 10 < 2;
        insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
        select 1 + i % 2, 'table', 'acme/shop/t' || i / 2, 'acme/shop/t' || i / 2, 'epoch', 'epoch'
        from generate_series(0, 9999) i;
        insert into memory.entity (workspace_id, kind, key, name, first_seen, last_seen)
        select workspace_id, 'column', key || '.c' || i, key || '.c' || i, 'epoch', 'epoch'
        from memory.entity, generate_series(1, 10) i;
        insert into memory.temporal_state
        select workspace_id, 'column', key, 'main', 'definition', timestamptz '2020-01-01Z', 0,
          1 + workspace_id % 2, 'int'
        from memory.entity where kind = 'column';
        """);
    Rows.execute(
        database.administrator(),
        """
        set role memory_owner;
        analyze memory.observation, memory.observation_facet, memory.temporal_state, memory.entity
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timeline_page()",
        "timeline_page('2020-06-01Z', 7)",
        "search('{\"table\": \"acme/shop/t7\"}')",
        "search('{\"kind\": \"k7\"}')",
        "search('{\"kind\": \"k7\"}', '2020-06-01Z', 7)",
        "search('{\"kind\": \"k7\", \"table\": \"acme/shop/t7\"}')",
        "search('{\"kind\": \"k7\", \"table\": \"acme/shop/t7\"}', '2021-01-01Z', 7)"
      })
  void a_page_reads_what_it_holds_and_not_what_there_is(String call) {
    assertThat(Rows.of(database.pooled(Login.READER), "", "select * from memory." + call))
        .hasSize(50);
    assertThat(blocks("select * from memory." + call)).isBetween(1, BOUND);
  }

  @Test
  void what_nobody_has_is_not_looked_for_everywhere() {
    assertThat(blocks("select * from memory.search('{\"kind\": \"k7\", \"table\": \"none\"}')"))
        .isLessThan(BOUND);
  }

  @Test
  void what_was_true_of_a_thing_is_read_from_that_things_states() {
    String at = "select * from memory.state_at('table', 'acme/shop/t5', '2020-06-01Z')";
    String all = "select * from memory.state where kind = 'table' and name = 'acme/shop/t5'";

    assertThat(Rows.of(database.pooled(Login.READER), "", at)).hasSize(1);
    assertThat(blocks(at)).isLessThan(BOUND);
    assertThat(blocks(all)).isLessThan(BOUND);
  }

  @Test
  void what_was_true_of_a_column_is_read_from_its_table_s_states_and_its_own() {
    String at = "select * from memory.state_at('column', 'acme/shop/t5.C7', '2020-06-01Z')";
    String all = "select * from memory.state where kind = 'column' and name = 'acme/shop/t5.c7'";

    assertThat(Rows.of(database.pooled(Login.READER), "", at)).hasSize(1);
    assertThat(blocks(at)).isLessThan(BOUND);
    assertThat(blocks(all)).isLessThan(BOUND);
  }

  @Test
  void a_page_of_everything_without_an_index_would_be_seen() {
    assertThat(blocks("select count(template) from memory.observation")).isGreaterThan(BOUND);
  }

  /// Those of the whole statement, functions included: the plan's first node counts them.
  private static int blocks(String query) {
    String plan =
        Rows.of(
                database.pooled(Login.READER),
                "",
                "explain (analyze, buffers, timing off, format json) " + query)
            .getFirst()
            .toString();
    Matcher blocks = BLOCKS.matcher(plan);
    assertThat(blocks.find()).isTrue();
    int hit = Integer.parseInt(blocks.group(1));
    assertThat(blocks.find()).isTrue();
    return hit + Integer.parseInt(blocks.group(1));
  }
}
