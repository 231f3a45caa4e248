package io.schemamemory.normalizedeliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A name that passes from one database to another.
class ReusedNameIT extends RenamedFixture {
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

  /// What one of two does afterwards is not told of the other, though both had the name.
  @Test
  void of_two_databases_that_had_one_name_each_has_its_own_columns() {
    List<byte[]> old = renamed("acme", "store");
    List<byte[]> next =
        Rewritten.of(1, 3, "ALTER TABLE `customers` ADD COLUMN `fax` int").deployed();
    List<byte[]> last =
        Rewritten.of(43, 5, "ALTER TABLE `customers` DROP COLUMN `fax`").deployed().stream()
            .map(body -> named(body, "acme", "store"))
            .toList();
    List<byte[]> all = new ArrayList<>(old);
    all.addAll(next);
    all.addAll(last);
    Collections.shuffle(all, new Random(3));
    database.receive(all.toArray(byte[][]::new));
    normalize();

    assertThat(read("select value from state_at('column', 'acme/shop/customers.FAX')"))
        .isEqualTo("int\n");
    assertThat(read("select value from state_at('column', 'acme/store/customers.fax')"))
        .isEqualTo("none\n");
    assertThat(read("select value from state_at('deploy_request', 'acme/shop/42')"))
        .isEqualTo("reverted\n");
    assertThat(
            read(
                "select database from state where name = 'acme/shop/customers.fax' and value ="
                    + " 'int'"))
        .isEqualTo("acme/shop\n");
  }
}
