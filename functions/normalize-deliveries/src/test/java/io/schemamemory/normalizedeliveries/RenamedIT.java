package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.testkit.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A database, an organization or a branch that gets another name in mid-course.
class RenamedIT extends NormalizerFixture {
  private @Nullable NormalizeDeliveries normalize;

  /// One instance for all runs of a test: each has a connection of its own.
  private void normalize() {
    normalize = Objects.requireNonNullElseGet(normalize, NormalizeDeliveries::new);
    normalize.handleRequest(Map.of(), invocation);
  }

  private static final int RENAMED_AFTER = 4;

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

  /// As in a migration: the old one makes room, the new one takes its name.
  @Test
  void databases_that_swap_their_names_keep_their_own() {
    List<byte[]> old = new ArrayList<>(life());
    old.subList(3, 7).replaceAll(body -> named(body, "acme", "shop_old"));
    List<byte[]> next =
        Rewritten.of(1, 3, "ALTER TABLE `customers` ADD COLUMN `tel` int").reverted();
    next = new ArrayList<>(next.stream().map(body -> named(body, "acme", "shop_new")).toList());
    next.subList(4, 7).replaceAll(body -> named(body, "acme", "shop"));
    List<byte[]> all = new ArrayList<>(old);
    all.addAll(next);
    Collections.shuffle(all, new Random(7));
    database.receive(all.toArray(byte[][]::new));
    normalize();

    assertThat(found("{\"database\": \"acme/shop_old\"}")).isEqualTo(7);
    assertThat(found("{\"database\": \"acme/shop_new\"}")).isEqualTo(7);
    assertThat(found("{\"database\": \"acme/shop\"}")).isEqualTo(14);
    assertThat(read("select value from state_at('deploy_request', 'acme/shop_old/42')"))
        .isEqualTo("reverted\n");
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

  @Test
  void a_database_made_anew_under_the_old_name_is_another() {
    database.receive(renamed("acme", "store").toArray(byte[][]::new));
    database.receive(Rewritten.of(1, 9, "DROP TABLE `customers`").reverted().getFirst());
    normalize();

    assertThat(found("{\"database\": \"acme/store\"}")).isEqualTo(7);
    assertThat(found("{\"database\": \"acme/shop\"}")).isEqualTo(8);
  }

  @Test
  void a_database_renamed_twice_is_found_under_its_first_name_and_its_last() {
    List<byte[]> bodies = renamed("acme", "store");
    bodies.addAll(
        Rewritten.of(43, 3, "ALTER TABLE `customers` DROP COLUMN `tel`").reverted().stream()
            .map(body -> named(body, "acme", "store"))
            .toList());
    bodies.set(13, named(bodies.get(13), "acme", "market"));
    database.receive(bodies.toArray(byte[][]::new));
    normalize();

    for (String name : List.of("shop", "store", "market")) {
      assertThat(found("{\"database\": \"acme/" + name + "\"}")).as(name).isEqualTo(14);
    }
  }

  /// The sample life, its later bodies under other names.
  private static List<byte[]> renamed(String organization, String shop) {
    List<byte[]> bodies = new ArrayList<>(life());
    bodies
        .subList(RENAMED_AFTER, bodies.size())
        .replaceAll(body -> named(body, organization, shop));
    return bodies;
  }

  private static byte[] named(byte[] body, String organization, String shop) {
    return new String(body, UTF_8)
        .replaceAll("\"organization\":\"\\w+\"", "\"organization\":\"" + organization + "\"")
        .replaceAll("\"database\":\"\\w+\"", "\"database\":\"" + shop + "\"")
        .replaceAll("acme/(shop|store)/", organization + "/" + shop + "/")
        .replaceAll("\"keyspace_name\":\"\\w+\"", "\"keyspace_name\":\"" + shop + "\"")
        .getBytes(UTF_8);
  }

  private static long found(String wanted) {
    return Long.parseLong(
        read("select count(*) from search('" + wanted + "', page => 200)").strip());
  }

  private static String states(String kind, String name, String attribute) {
    return read("select value from state where kind = '%s' and name = '%s' and attribute = '%s' order by valid_from, valid_to"
            .formatted(kind, name, attribute))
        .strip();
  }
}
