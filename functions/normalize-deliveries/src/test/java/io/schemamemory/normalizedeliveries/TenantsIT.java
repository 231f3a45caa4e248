package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.Login;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A login that acts for a person sees one workspace only, through the unchanged pooler.
class TenantsIT extends TwoTenantsFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory.timeline",
        "memory.story",
        "memory.observation",
        "memory.deploy_request",
        "memory.person",
        "memory.observation_facet",
        "memory.entity",
        "memory.state",
        "memory.feed",
        "memory.audit_log_entry",
        "memory.timeline_page()",
        "memory.search('{\"organization\": \"acme\"}')",
        "memory.state_at('deploy_request', 'acme/shop/42')"
      })
  void without_a_tenant_or_with_an_empty_one_there_is_nothing(String relation) throws SQLException {
    assertThat(count(null, relation)).isZero();
    assertThat(count("", relation)).isZero();
    assertThat(count("1", relation)).isPositive();
  }

  @Test
  void a_tenant_sees_its_own_and_its_own_people_by_name() throws SQLException {
    String other = other();

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

  @Test
  void the_ledger_shows_a_tenant_its_own_and_nothing_that_is_sealed() throws SQLException {
    String ledger =
        "select string_agg(organization, ',') from memory.audit_log_entry join memory.feed f on f.id = feed_id";

    assertThat(ask("1", ledger)).isEqualTo("acme");
    assertThat(ask(other(), ledger)).isEqualTo("other");
    assertThat(TenantQuery.as(Login.READER, other(), ledger)).isEqualTo("acme");
    assertThatThrownBy(() -> ask("1", "select body from memory.audit_log_entry"))
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1 or true", "99999999999999999999"})
  void a_tenant_that_is_no_number_is_an_error_and_gives_no_access_to_all(String tenant) {
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
    String other = other();

    assertThat(
            TenantQuery.as(
                Login.READER,
                other,
                "select string_agg(distinct organization, ',') from memory.timeline"))
        .isEqualTo("acme");
  }

  @Test
  void one_client_s_settings_do_not_leak_to_the_next_on_a_reused_server_connection()
      throws Exception {
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
}
