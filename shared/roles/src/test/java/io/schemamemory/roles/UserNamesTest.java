package io.schemamemory.roles;

import static io.schemamemory.roles.Login.Entrance.DIRECT;
import static io.schemamemory.roles.Login.Entrance.POOLED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserNamesTest {
  @Test
  void a_role_is_called_by_its_name_where_the_administrator_is() {
    UserNames users = UserNames.of("admin", "admin", "admin");

    assertThat(users.of("shop_reader", DIRECT)).isEqualTo("shop_reader");
    assertThat(users.of("shop_reader", POOLED)).isEqualTo("shop_reader");
  }

  @Test
  void a_branch_follows_the_role_and_a_bouncer_the_branch_at_the_pooler_alone() {
    UserNames users = UserNames.of("postgres", "postgres.b1", "postgres.b1|fast");

    assertThat(users.of("shop_reader", DIRECT)).isEqualTo("shop_reader.b1");
    assertThat(users.of("shop_reader", POOLED)).isEqualTo("shop_reader.b1|fast");
  }

  @Test
  void whoever_enters_the_pooler_as_somebody_else_is_at_the_same_branch() {
    UserNames users = UserNames.of("postgres", "postgres.b1", "other");

    assertThat(users.of("shop_reader", POOLED)).isEqualTo("shop_reader.b1");
  }

  @Test
  void a_role_is_not_taken_for_its_second() {
    assertThat(UserNames.isOf("shop_reader.b1", "shop_reader")).isTrue();
    assertThat(UserNames.isOf("shop_reader_b.b1", "shop_reader")).isFalse();
  }
}
