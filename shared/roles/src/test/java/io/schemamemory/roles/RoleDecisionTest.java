package io.schemamemory.roles;

import static io.schemamemory.roles.RotationMode.KEEP;
import static io.schemamemory.roles.RotationMode.ROTATE;
import static io.schemamemory.roles.RotationMode.ROTATE_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.roles.RoleDecision.Give;
import io.schemamemory.roles.RoleDecision.Keep;
import io.schemamemory.roles.RoleDecision.Replace;
import io.schemamemory.roles.RoleState.Absent;
import io.schemamemory.roles.RoleState.Replacing;
import io.schemamemory.roles.RoleState.Settled;
import io.schemamemory.roles.names.LoginPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleDecisionTest {
  private static final LoginPair PAIR = new LoginPair("shop_reader", "shop_reader_b");

  @ParameterizedTest
  @EnumSource
  void a_login_that_was_never_made_gets_its_first_password(RotationMode wanted) {
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
    RoleState both = new Replacing("shop_reader_b", "shop_reader");

    assertThatThrownBy(() -> decide(both, ROTATE))
        .isInstanceOf(BootstrapException.class)
        .hasMessageContaining("shop_reader_b replaces shop_reader")
        .hasMessageContaining("--retire")
        .hasMessageContaining("--rotate --again");
    assertThat(decide(both, ROTATE_AGAIN)).isEqualTo(new Give("shop_reader_b"));
  }

  private static RoleDecision decide(RoleState standing, RotationMode wanted) {
    return RoleDecision.of(standing, PAIR, wanted);
  }
}
