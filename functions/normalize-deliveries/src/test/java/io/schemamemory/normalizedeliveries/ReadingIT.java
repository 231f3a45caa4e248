package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.normalizedeliveries.answer.NormalizeCounter;
import io.schemamemory.roles.Login;
import io.schemamemory.testkit.Rows;
import io.schemamemory.testkit.Samples;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading with a person's own login, as docs/reading.md says.
class ReadingIT extends NormalizerFixture {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```sql\n(.*?)```");

  @BeforeEach
  void aLifeAndABranch() {
    List<byte[]> bodies = new ArrayList<>(life());
    bodies.add(Samples.payload("branch.ready"));
    // Four more entries of one instant.
    for (int i = 0; i < 4; i++) {
      bodies.add(
          new String(Samples.payload("branch.anomaly"), UTF_8)
              .replaceFirst("\"id\":\"\\w+\"", "\"id\":\"branch" + i + "\"")
              .getBytes(UTF_8));
    }
    database.receive(bodies.toArray(byte[][]::new));
    assertThat(run().count(NormalizeCounter.NORMALIZED)).isEqualTo(12);
  }

  @Test
  void every_example_in_the_docs_answers_something() throws Exception {
    String page = Files.readString(Samples.root().resolve("docs/reading.md"));
    List<String> examples = EXAMPLE.matcher(page).results().map(result -> result.group(1)).toList();

    assertThat(examples).hasSizeGreaterThan(8);
    assertThat(examples).allSatisfy(example -> assertThat(asReader(example)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 200})
  void pages_show_every_entry_once_even_with_equal_times(int page) {
    List<Object> all = ids("select id from timeline");

    assertThat(all).hasSize(12);
    assertThat(walk("memory.timeline_page(%s)", page)).isEqualTo(all);
    assertThat(walk("memory.search('{\"organization\": \"acme\"}', %s)", page)).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"database": "acme/shop"} | 12
          {"table": "acme/shop/customers"} | 6
          {"table": "acme/shop/customers", "kind": "deploy_request.queued"} | 1
          {"deploy_request": "acme/shop/42"} | 7
          {"branch": "acme/shop/add-email-index"} | 12
          {"data_loss": true, "operation": "ALTER", "organization": "acme"} | 6
          {"table": "acme/shop/customers", "kind": "branch.ready"} | 0
          {"table": "acme/shop/nothing"} | 0
          {"table": null} | 0
          """)
  void only_entries_with_all_requested_facets_are_found(String wanted, int found) {
    assertThat(asReader("select * from memory.search('" + wanted + "')")).hasSize(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tabel\": \"x\"}",
        "{}",
        "[]",
        "[\"table\"]",
        "{\"kind\": \"x\", \"\": 1}",
        "7"
      })
  void an_unknown_facet_is_an_error_that_lists_the_known_ones(String wanted) {
    assertThatThrownBy(() -> asReader("select * from memory.search('" + wanted + "')"))
        .hasStackTraceContaining(
            "look for one or more of: column, table, deploy_request, person, keyspace, branch,"
                + " data_loss, operation, kind, database, organization");
  }

  @Test
  void a_page_holds_two_hundred_at_most() {
    database.asOwner(
        """
        insert into memory.observation
          (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
        select 1, 'many/' || i, 'many', 'acme', 'shop', now(), '', '{}'
        from generate_series(1, 300) i;
        insert into memory.observation_facet
        select 1, 'kind', 'many', occurred_at, id from memory.observation where kind = 'many'
        """);

    assertThat(asReader("select * from memory.timeline_page(page => 1000)")).hasSize(200);
    assertThat(asReader("select * from memory.search('{\"kind\": \"many\"}', page => 1000)"))
        .hasSize(200);
  }

  @Test
  void states_can_be_queried_for_any_time() {
    assertThat(outcomeAt("17:52:00")).isEmpty();
    assertThat(outcomeAt("17:53:00")).containsExactly("open");
    assertThat(outcomeAt("17:54:20")).containsExactly("deployed");
    assertThat(outcomeAt("18:00:00")).containsExactly("reverted");
  }

  @Test
  void a_repeated_state_is_one_state_since_its_first_observation() {
    String reverted = "select * from memory.state where value = 'reverted'";

    assertThat(asReader(reverted))
        .singleElement()
        .satisfies(state -> assertThat(state.get("valid_to")).isNull());
  }

  private static List<Object> outcomeAt(String time) {
    return asReader(
            "select value from memory.state_at('deploy_request', 'acme/shop/42', '2026-05-02 %s+00')"
                .formatted(time))
        .stream()
        .<Object>map(row -> String.valueOf(row.get("value")))
        .toList();
  }

  private static List<Object> walk(String function, int page) {
    List<Object> walked = new ArrayList<>();
    List<Map<String, @Nullable Object>> rows =
        asReader("select * from " + function.formatted("page => " + page));
    while (!rows.isEmpty()) {
      assertThat(rows).hasSizeLessThanOrEqualTo(page);
      rows.forEach(row -> walked.add(String.valueOf(row.get("id"))));
      Map<String, @Nullable Object> last = rows.getLast();
      rows =
          asReader(
              "select * from "
                  + function.formatted(
                      "'%s', %s, %d".formatted(last.get("occurred_at"), last.get("id"), page)));
    }
    return walked;
  }

  private static List<Object> ids(String query) {
    return asReader(query).stream().<Object>map(row -> String.valueOf(row.get("id"))).toList();
  }

  private static List<Map<String, @Nullable Object>> asReader(String query) {
    return Rows.of(database.pooled(Login.READER), "", query);
  }
}
