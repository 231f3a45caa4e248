package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A database, an organization or a branch that gets another name in mid-course.
class RenamedIT extends RenamedFixture {
  @ParameterizedTest
  @CsvSource({
    "acme, store, acme/shop/42",
    "acme, store, acme/store/42",
    "apex, shop, acme/shop/42",
    "apex, shop, apex/shop/42",
    "apex, store, acme/shop/42",
    "apex, store, apex/store/42"
  })
  void a_deploy_request_has_one_course_found_under_either_name(
      String organization, String shop, String path) {
    for (long seed = 0; seed < 3; seed++) {
      database.empty();
      List<byte[]> bodies = renamed(organization, shop);
      Collections.shuffle(bodies, new Random(seed));
      for (byte[] body : bodies) {
        database.receive(body);
        normalize();
      }

      assertThat(read("select kind from search('{\"deploy_request\": \"" + path + "\"}')"))
          .hasLineCount(7);
      assertThat(states("deploy_request", path, "outcome")).endsWith("reverted");
      assertThat(states("deploy_request", path, "outcome")).startsWith("open\nqueued\n");
      assertThat(read("select value from state_at('deploy_request', '" + path + "')"))
          .isEqualTo("reverted\n");
      assertThat(read("select organization || '/' || database_name from story"))
          .isEqualTo(organization + "/" + shop + "\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/shop", "acme/store"})
  void a_database_and_all_in_it_are_found_under_either_name(String place) {
    database.receive(renamed("acme", "store").toArray(byte[][]::new));
    normalize();

    assertThat(found("{\"database\": \"" + place + "\"}")).isEqualTo(7);
    assertThat(found("{\"table\": \"" + place + "/customers\"}")).isEqualTo(6);
    assertThat(found("{\"column\": \"" + place + "/customers.fax\"}")).isEqualTo(6);
    assertThat(found("{\"branch\": \"" + place + "/main\"}")).isEqualTo(7);
    assertThat(found("{\"database\": \"" + place + "\", \"kind\": \"deploy_request.opened\"}"))
        .isEqualTo(1);
    assertThat(states("column", place + "/customers.fax", "definition"))
        .isEqualTo("none\nas before #42");
    assertThat(read("select value from state_at('column', '" + place + "/customers.fax')"))
        .isEqualTo("as before #42\n");
  }

  /// The keyspace is not renamed with the database.
  @ParameterizedTest
  @ValueSource(strings = {"acme/shop", "acme/store", "acme/store/shop"})
  void a_table_is_found_under_either_name_whatever_its_keyspace_is_called(String place) {
    database.receive(
        renamed("acme", "store").stream()
            .map(
                body ->
                    new String(body, UTF_8)
                        .replace("\"keyspace_name\":\"store\"", "\"keyspace_name\":\"shop\""))
            .map(body -> body.getBytes(UTF_8))
            .toArray(byte[][]::new));
    normalize();

    assertThat(found("{\"table\": \"" + place + "/customers\"}")).isEqualTo(6);
    assertThat(found("{\"column\": \"" + place + "/customers.fax\"}")).isEqualTo(6);
    assertThat(states("column", place + "/customers.fax", "definition"))
        .isEqualTo("none\nas before #42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "apex"})
  void an_organization_is_found_under_either_name(String organization) {
    database.receive(renamed("apex", "shop").toArray(byte[][]::new));
    normalize();

    assertThat(found("{\"organization\": \"" + organization + "\"}")).isEqualTo(7);
    assertThat(found("{\"table\": \"" + organization + "/shop/customers\"}")).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"add-email-index", "email"})
  void a_branch_is_found_under_either_name(String name) {
    String sleeping = new String(Samples.payload("branch.sleeping"), UTF_8);
    database.receive(
        sleeping.getBytes(UTF_8),
        sleeping
            .replace("branch.sleeping", "branch.ready")
            .replace("1777231109", "1777331109")
            .replace("\"name\":\"add-email-index\"", "\"name\":\"email\"")
            .replace("2026-04-26T19:15:19.105Z", "2026-04-27T23:05:08.000Z")
            .getBytes(UTF_8));
    normalize();

    String path = "acme/shop/" + name;
    assertThat(found("{\"branch\": \"" + path + "\"}")).isEqualTo(2);
    assertThat(states("branch", path, "sleeping")).isEqualTo("true\nfalse");
    assertThat(
            read(
                "select value from state_at('branch', '"
                    + path
                    + "') where attribute = 'sleeping'"))
        .isEqualTo("false\n");
  }

  /// The branch that is deployed into: one course of the deploy request, one of each column.
  @Test
  void what_is_deployed_into_a_renamed_branch_has_one_course() {
    List<byte[]> bodies = new ArrayList<>(life());
    bodies.subList(4, 7).replaceAll(RenamedIT::intoProduction);
    database.receive(bodies.toArray(byte[][]::new));
    normalize();

    assertThat(read("select value from state_at('deploy_request', 'acme/shop/42')"))
        .isEqualTo("reverted\n");
  }

  @Test
  void a_table_s_states_follow_a_renamed_branch() {
    byte[] ready = Samples.payload("branch.ready");
    List<byte[]> bodies =
        new ArrayList<>(
            Rewritten.of(7, 3, "ALTER TABLE `customers` ADD COLUMN `tel` int").deployed());
    bodies.addAll(
        Rewritten.of(8, 6, "ALTER TABLE `customers` DROP COLUMN `tel`").deployed().stream()
            .map(RenamedIT::intoProduction)
            .toList());
    bodies.add(changed(ready, "\"name\":\"add-email-index\"", "\"name\":\"main\""));
    bodies.add(
        changed(
            changed(ready, "\"name\":\"add-email-index\"", "\"name\":\"production\""),
            "1777744335",
            "1778044335"));
    database.receive(bodies.toArray(byte[][]::new));
    normalize();

    assertThat(
            read(
                "select branch || ' ' || value from state_at('column',"
                    + " 'acme/shop/customers.tel')"))
        .isEqualTo("production none\n");
  }

  @Test
  void a_renamed_database_s_tables_are_told_under_no_name_that_nothing_had() {
    database.receive(renamed("acme", "store").toArray(byte[][]::new));
    normalize();

    assertThat(read("select distinct name from state where kind = 'column' order by 1"))
        .isEqualTo("acme/shop/customers.fax\nacme/store/customers.fax\n");
  }

  private static byte[] intoProduction(byte[] body) {
    return changed(body, "\"into_branch\":\"main\"", "\"into_branch\":\"production\"");
  }

  private static byte[] changed(byte[] body, String from, String to) {
    String text = new String(body, UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(UTF_8);
  }
}
