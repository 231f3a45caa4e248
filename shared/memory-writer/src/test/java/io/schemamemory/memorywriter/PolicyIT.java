package io.schemamemory.memorywriter;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import io.schemamemory.testkit.MemoryDatabase;
import io.schemamemory.testkit.Rows;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose workspace it is, is asked of the database once for each table read, however much is read.
class PolicyIT {
  @RegisterExtension static final MemoryDatabase database = new MemoryDatabase();

  private static final Pattern ASKED =
      Pattern.compile(
          "\"Subplan Name\": \"InitPlan[^\"]*\".*?\"Actual Loops\": (\\d+)", Pattern.DOTALL);

  @BeforeAll
  static void fill() {
    database.asOwner(
        """
        insert into memory.person (workspace_id, display_name) values (1, 'Jane Doe');
        insert into memory.observation
          (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
        select workspace_id, i, 'k', 'acme', 'shop', now(), '{1} deployed it', array[id]
        from memory.person, generate_series(1, 50) i;
        insert into memory.deploy_request (workspace_id, external_id, template, people)
        select workspace_id, i, '{1} deployed it', array[id]
        from memory.person, generate_series(1, 50) i
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"select entry from memory.timeline", "select story from memory.story"})
  void a_policy_is_asked_once_a_page_and_not_once_an_entry_or_a_person(String page) {
    assertThat(read(page))
        .hasSize(50)
        .allSatisfy(row -> assertThat(row).contains("Jane Doe deployed it"));

    String plan = String.join("", read("explain (analyze, format json) " + page));

    assertThat(ASKED.matcher(plan).results().map((MatchResult asked) -> asked.group(1)))
        .as("of the entries' table and of the people's")
        .containsExactly("1", "1");
  }

  private static List<String> read(String query) {
    return Rows.of(database.pooled(Login.READER), "", query).stream().map(String::valueOf).toList();
  }
}
