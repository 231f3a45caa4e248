package io.schemamemory.normalize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.bootstrap.Login;
import io.schemamemory.data.PooledConnection;
import io.schemamemory.testkit.Samples;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever acts for a person sees one workspace and nothing else, through the pooler as it is.
class TenantsIT extends NormalizerFixture {
  private static final String OTHER = "select id from memory.workspace where name = 'other'";

  @BeforeEach
  void twoWorkspaces() {
    database.asOwner("insert into memory.workspace (name) values ('other') on conflict do nothing");
    database.receive(Samples.payload("deploy_request.opened"), Samples.payload("branch.ready"));
    run();
    // The same memory again, in the other workspace.
    database.asOwner(
        """
        insert into memory.person (id, workspace_id, display_name) overriding system value
        select p.id + 1000, (%1$s), 'Other Jane' from memory.person p;
        insert into memory.observation
          (workspace_id, key, kind, organization, database_name, occurred_at, template, people)
        select (%1$s), key, kind, 'other', database_name, occurred_at, template,
          array(select person + 1000 from unnest(people) as person)
        from memory.observation;
        insert into memory.deploy_request (workspace_id, external_id, organization)
        select (%1$s), external_id, 'other' from memory.deploy_request
        """
            .formatted(OTHER));
  }

  @AfterEach
  void oneWorkspace() {
    database.empty();
    database.asOwner("delete from memory.workspace where name = 'other'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory.timeline",
        "memory.story",
        "memory.observation",
        "memory.deploy_request",
        "memory.person"
      })
  void without_a_tenant_or_with_an_empty_one_there_is_nothing(String relation) throws SQLException {
    assertThat(count(null, relation)).isZero();
    assertThat(count("", relation)).isZero();
    assertThat(count("1", relation)).isPositive();
  }

  @Test
  void a_tenant_sees_its_own_and_its_own_people_by_name() throws SQLException {
    String other = String.valueOf(database.rows(OTHER).getFirst().get("id"));

    assertThat(ask("1", "select string_agg(distinct organization, ',') from memory.timeline"))
        .isEqualTo("acme");
    assertThat(ask(other, "select string_agg(distinct organization, ',') from memory.timeline"))
        .isEqualTo("other");
    assertThat(ask(other, "select string_agg(entry, ' ') from memory.timeline"))
        .contains("Other Jane")
        .doesNotContain("Jane Doe");
    assertThat(
            ask(
                "1",
                "select memory.entry_text(%s, '{1}', array(select id from memory.person))"
                    .formatted(other)))
        .isEqualTo("somebody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1 or true", "99999999999999999999"})
  void a_tenant_that_is_no_number_is_an_error_and_not_everybody(String tenant) {
    assertThatThrownBy(() -> count(tenant, "memory.observation")).isInstanceOf(SQLException.class);
  }

  @Test
  void row_level_security_cannot_be_switched_off() {
    assertThatThrownBy(() -> ask("1", "set row_security = off; select from memory.observation"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void a_reader_cannot_choose_another_workspace() throws SQLException {
    String other = String.valueOf(database.rows(OTHER).getFirst().get("id"));

    assertThat(
            ask(
                Login.READER,
                other,
                "select string_agg(distinct organization, ',') from memory.timeline"))
        .isEqualTo("acme");
  }

  @Test
  void nothing_of_one_client_is_left_for_the_next_on_a_reused_server_connection() throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
      List<Callable<Long>> turns =
          IntStream.range(0, 60)
              .<Callable<Long>>mapToObj(
                  i ->
                      () ->
                          i % 2 == 0
                              ? count("1", "memory.timeline")
                              : count(null, "memory.timeline"))
              .toList();
      List<Future<Long>> counts = clients.invokeAll(turns);
      for (int i = 0; i < counts.size(); i++) {
        assertThat(counts.get(i).get()).isEqualTo(i % 2 == 0 ? 2 : 0);
      }
    }
  }

  private static long count(@Nullable String tenant, String relation) throws SQLException {
    return Long.parseLong(ask(tenant, "select count(*) from " + relation));
  }

  private static String ask(@Nullable String tenant, String query) throws SQLException {
    return ask(Login.SEARCH_MEMORY, tenant, query);
  }

  private static String ask(Login login, @Nullable String tenant, String query)
      throws SQLException {
    try (Connection connection = PooledConnection.connect(database.pooled(login))) {
      connection.setAutoCommit(false);
      if (tenant != null) {
        try (PreparedStatement choose =
            connection.prepareStatement("select set_config('app.workspace_id', ?, true)")) {
          choose.setString(1, tenant);
          choose.execute();
        }
      }
      try (Statement statement = connection.createStatement()) {
        boolean rows = statement.execute(query);
        while (!rows && statement.getUpdateCount() >= 0) {
          rows = statement.getMoreResults();
        }
        if (!rows) {
          return "";
        }
        try (ResultSet result = statement.getResultSet()) {
          return result.next() && result.getMetaData().getColumnCount() > 0
              ? String.valueOf(result.getString(1))
              : "";
        }
      }
    }
  }
}
