package io.schemamemory.domain.entity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.event.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityNameTest {
  private static final Envelope SHOP = in("acme", "shop");

  /// PostgreSQL takes 2704 bytes in an index; beside a path there are a branch and some numbers.
  private static final int ROOM = 2300;

  @Test
  void a_thing_is_named_by_its_path() {
    assertThat(
            Stream.of(
                    EntityName.organization(SHOP),
                    EntityName.database(SHOP),
                    EntityName.branch(SHOP, "main"),
                    EntityName.keyspace(SHOP, "shop"),
                    EntityName.table(SHOP, null, "customers"),
                    EntityName.column(SHOP, "shop", "customers", "email"),
                    EntityName.deployRequest(SHOP, 42))
                .map(EntityName::path))
        .containsExactly(
            "acme",
            "acme/shop",
            "acme/shop/main",
            "acme/shop/shop",
            "acme/shop/customers",
            "acme/shop/customers.email",
            "acme/shop/42");
  }

  @Test
  void tables_of_two_keyspaces_are_two_tables() {
    assertThat(EntityName.table(SHOP, "shop", "customers").path()).isEqualTo("acme/shop/customers");
    assertThat(EntityName.table(SHOP, "orders", "customers").path())
        .isEqualTo("acme/shop/orders/customers");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, acme/shop/a%2Fb",
    "100%, acme/shop/100%25",
    "a~b, acme/shop/a%7Eb",
    "v1.2, acme/shop/v1.2",
    "'two words', 'acme/shop/two words'",
    "größe, acme/shop/größe"
  })
  void special_characters_in_a_path_are_encoded_as_in_a_url(String name, String path) {
    assertThat(EntityName.branch(SHOP, name).path()).isEqualTo(path);
  }

  @Test
  void nothing_in_a_path_moves_a_cursor_or_turns_text() {
    assertThat(EntityName.branch(SHOP, "\u001b[31m\u202ered\n").path())
        .isEqualTo("acme/shop/%1B[31m%E2%80%AEred%0A");
  }

  @ParameterizedTest
  @CsvSource({
    "Fax, fax, true",
    "CUSTOMER_ID, customer_id, true",
    "Größe, GRÖßE, true",
    "İd, id, true",
    "ΟΔΟΣ, οδοσ, true",
    "A/B%, a/b%, true",
    "ıd, Id, false",
    "café, cafe, false",
    "Straße, STRASSE, false"
  })
  void spellings_of_one_column_have_one_key(String one, String other, boolean same) {
    EntityName first = EntityName.column(SHOP, null, "t", one);
    EntityName second = EntityName.column(SHOP, null, "t", other);

    assertThat(first.key().equals(second.key())).isEqualTo(same);
    assertThat(first.path()).isNotEqualTo(second.path());
  }

  @Test
  void the_key_does_not_depend_on_the_machines_language() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.of("tr"));
      assertThat(EntityName.column(SHOP, null, "t", "ID").key()).isEqualTo("acme/shop/t.id");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void tables_and_branches_keep_their_case() {
    assertThat(EntityName.table(SHOP, null, "Orders").key()).isEqualTo("acme/shop/Orders");
    assertThat(EntityName.column(SHOP, null, "Orders", "Fax").key())
        .isEqualTo("acme/shop/Orders.fax");
  }

  @Test
  void no_two_columns_are_written_alike() {
    Set<EntityName> names =
        Stream.of(
                EntityName.column(SHOP, null, "a", "b.c"),
                EntityName.column(SHOP, null, "a.b", "c"),
                EntityName.column(SHOP, null, "a%2Eb", "c"),
                EntityName.column(SHOP, "a", "b", "c"),
                EntityName.column(SHOP, null, "a/b", "c"),
                EntityName.column(in("acme/shop", "a"), null, "b", "c"),
                EntityName.column(in("acme", "shop/a"), null, "b", "c"))
            .collect(Collectors.toSet());

    assertThat(names).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({"x", "/", "😀", "."})
  void a_name_of_any_length_fits_an_index_and_stays_distinct(String letter) {
    String endless = letter.repeat(10_000);
    List<EntityName> names =
        Stream.of(endless, endless + "1", endless + "2", PathPart.of(endless).text())
            .map(name -> EntityName.column(in(name, name), name + "k", name, name))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .allSatisfy(name -> assertThat(name.path().getBytes(UTF_8)).hasSizeLessThan(ROOM));
  }

  @Test
  void the_longest_name_mysql_takes_is_kept_whole() {
    String longest = "😀".repeat(64);

    assertThat(EntityName.table(SHOP, null, longest).path()).endsWith("/" + longest);
  }

  @Test
  void a_path_with_no_parts_or_too_many_is_rejected() {
    assertThatThrownBy(() -> new EntityName(Facet.PERSON, "7"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EntityName(Facet.TABLE, "x".repeat(2000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FacetValue(Facet.KIND, "x".repeat(2000)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Envelope in(String organization, String database) {
    return new Envelope("branch.ready", Instant.EPOCH, organization, database);
  }
}
