package io.schemamemory.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void without_options_it_serves_and_is_quiet() {
    assertThat(Options.of(List.of())).isEqualTo(new Options(false, false));
  }

  @Test
  void options_come_in_any_order() {
    assertThat(Options.of(List.of("--verbose", "--demo"))).isEqualTo(new Options(true, true));
    assertThat(Options.of(List.of("--demo"))).isEqualTo(new Options(true, false));
  }

  @Test
  void an_unknown_option_is_named() {
    assertThatThrownBy(() -> Options.of(List.of("--demo", "--dmeo")))
        .hasMessage("unknown option --dmeo: bin/try --help lists the options");
  }
}
