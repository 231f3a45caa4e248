package io.schemamemory.bootstrap;

import static io.schemamemory.bootstrap.Passwords.KEEP;
import static io.schemamemory.bootstrap.Passwords.ROTATE;
import static io.schemamemory.bootstrap.Passwords.ROTATE_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.bootstrap.Decision.Give;
import io.schemamemory.bootstrap.Decision.Keep;
import io.schemamemory.bootstrap.Decision.Replace;
import io.schemamemory.bootstrap.Standing.Absent;
import io.schemamemory.bootstrap.Standing.Replacing;
import io.schemamemory.bootstrap.Standing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
  private static final LoginPair PAIR = new LoginPair("shop_reader", "shop_reader_b");

  @ParameterizedTest
  @EnumSource
  void a_login_that_was_never_made_gets_its_first_password(Passwords wanted) {
    assertThat(decide(new Absent(), wanted)).isEqualTo(new Give("shop_reader"));
  }

  @Test
  void the_two_roles_take_turns() {
    assertThat(decide(new Settled("shop_reader"), ROTATE))
        .isEqualTo(new Replace("shop_reader", "shop_reader_b"));
    assertThat(decide(new Settled("shop_reader_b"), ROTATE))
        .isEqualTo(new Replace("shop_reader_b", "shop_reader"));
  }

  @Test
  void a_password_that_is_to_be_kept_is_the_newer_one() {
    assertThat(decide(new Settled("shop_reader_b"), KEEP))
        .isInstanceOfSatisfying(
            Keep.class, keep -> assertThat(keep.role()).isEqualTo("shop_reader_b"));
    assertThat(decide(new Replacing("shop_reader", "shop_reader_b"), KEEP))
        .isInstanceOfSatisfying(
            Keep.class, keep -> assertThat(keep.role()).isEqualTo("shop_reader"));
  }

  @Test
  void while_both_may_be_in_use_neither_loses_its_password_unless_it_is_said() {
    Standing both = new Replacing("shop_reader_b", "shop_reader");

    assertThatThrownBy(() -> decide(both, ROTATE))
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining("shop_reader_b replaces shop_reader")
        .hasMessageContaining("--retire")
        .hasMessageContaining("--rotate --again");
    assertThat(decide(both, ROTATE_AGAIN)).isEqualTo(new Give("shop_reader_b"));
  }

  private static Decision decide(Standing standing, Passwords wanted) {
    return Decision.of(standing, PAIR, wanted);
  }
}
