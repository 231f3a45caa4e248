package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.roles.Login;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages, searches and states show one workspace only, even if both have the same names.
class TenantsReadingIT extends TwoTenantsFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select string_agg(organization, ',') from memory.timeline_page()",
        "select string_agg(organization, ',') from memory.search('{\"organization\": \"acme\"}')"
      })
  void a_page_holds_nothing_of_another_tenant(String query) throws SQLException {
    assertThat(ask("1", query)).isEqualTo("acme,acme");
    assertThat(TenantQuery.as(Login.READER, null, query)).isEqualTo("acme,acme");
    assertThat(ask(other(), query)).isEqualTo("other,other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select string_agg(distinct entry, ',') from memory.timeline",
        "select string_agg(distinct entry, ',') from memory.timeline_page()",
        "select string_agg(distinct entry, ',') from memory.search('{\"organization\": \"acme\"}')",
        "select string_agg(distinct story, ',') from memory.story",
        "select memory.entry_text(%1$s, 'by {1}', array(select %2$s))",
        "select memory.filled_template(%1$s, 'by {1}', array(select %2$s))",
        "select memory.filled_template(1, 'by {1}', array(select %2$s))"
      })
  void another_tenant_s_person_is_somebody(String query) throws SQLException {
    String theirs = "id from memory.person where workspace_id <> 1 and display_name is not null";
    String person = String.valueOf(database.rows("select " + theirs).getFirst().get("id"));
    String named = "set template = 'by {1}', people = array(select %s)".formatted(theirs);
    database.asOwner("update memory.observation " + named);
    database.asOwner("update memory.deploy_request " + named);
    String asked = query.formatted(other(), person);

    assertThat(ask("1", asked)).isEqualTo("by somebody");
    assertThat(TenantQuery.as(Login.READER, other(), asked)).isEqualTo("by somebody");
  }

  @Test
  void states_are_never_those_of_another_tenant() throws SQLException {
    String states = "select string_agg(value, ',') from memory.state_at('branch', '%s')";
    String branch = ask("1", "select name from memory.entity where kind = 'branch' limit 1");

    assertThat(ask("1", states.formatted(branch))).doesNotContain("theirs");
    assertThat(ask(other(), states.formatted(branch))).doesNotContain("false");
    assertThat(ask("1", "select count(*) from memory.entity where first_seen = 'epoch'"))
        .isEqualTo("0");
  }
}
