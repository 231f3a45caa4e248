package io.schemamemory.planetscale.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {
  @Test
  void a_token_is_sent_as_it_is_and_printed_as_nothing() {
    ServiceToken token = ServiceToken.of("abc123:pscale_tkn_hunter2-_X");

    assertThat(token.header()).isEqualTo("abc123:pscale_tkn_hunter2-_X");
    assertThat(token).hasToString("ServiceToken[...]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "pscale_tkn_hunter2",
        "pscale_tkn_hunter2:abc123",
        "abc123:",
        ":pscale_tkn_hunter2",
        "abc123:pscale_tkn_hunter2 ",
        "abc123: pscale_tkn_hunter2",
        "Bearer abc123:pscale_tkn_hunter2",
        "abc123:pscale_tkn_hunter2\n",
        "abc123:pscale_tkn_hunter2\r\nX-Other: 1",
        "abc123:pscale_tkn_hünter2",
        "abc123:pscale:tkn"
      })
  void what_is_no_token_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> ServiceToken.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a service token looks like " + ServiceToken.FORM)
        .hasNoCause();
  }
}
