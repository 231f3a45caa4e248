package io.schemamemory.planetscale.api.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes become a text, to be sealed, and the same bytes again.
class RawTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"a\":\"caf\u00e9\"}", "\u00ff\u00fe", "\u00ed\u00a0\u0080"})
  void no_byte_is_lost(String latin1) {
    Raw raw = Raw.of(latin1.getBytes(ISO_8859_1));

    assertThat(Raw.ofText(raw.text())).isEqualTo(raw);
  }

  @Test
  void a_text_stays_as_it_is() {
    String text = "{\"a\":\"Zo\u00eb \ud83d\ude00\"}";

    assertThat(Raw.of(text.getBytes(UTF_8)).text()).isEqualTo(text);
  }
}
