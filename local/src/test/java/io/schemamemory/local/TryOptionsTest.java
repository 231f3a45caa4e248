package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TryOptionsTest {
  @Test
  void without_options_it_serves_and_is_quiet() {
    assertThat(TryOptions.of(List.of())).isEqualTo(new TryOptions(false, false));
  }

  @Test
  void options_come_in_any_order() {
    assertThat(TryOptions.of(List.of("--verbose", "--demo"))).isEqualTo(new TryOptions(true, true));
    assertThat(TryOptions.of(List.of("--demo"))).isEqualTo(new TryOptions(true, false));
  }

  @Test
  void an_unknown_option_is_named() {
    assertThatThrownBy(() -> TryOptions.of(List.of("--demo", "--dmeo")))
        .hasMessage("unknown option --dmeo: bin/try --help lists the options");
  }
}
