package io.schemamemory.operator.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.operator.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretInputTest {
  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
  void one_line_is_a_secret_with_or_without_its_end(String given) {
    assertThat(read(given)).isEqualTo("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " hunter2", "hunter2 \n", "hunter2\n\n", "hunter2\nmore\n"})
  void anything_else_is_refused_and_not_repeated(String given) {
    assertThatThrownBy(() -> read(given))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("on standard input, as one line")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "'\uFEFFhunter2\n', its character 1 is U+FEFF BYTE ORDER MARK",
    "'hunter2\u200B\n', its character 8 is U+200B ZERO WIDTH SPACE",
    "'\u00A0hunter2', its character 1 is U+00A0 NO-BREAK SPACE",
    "'hunt\ter2', its character 5 is U+0009 CHARACTER TABULATION",
    "'hunter2\r\r\n', its character 8 is U+000D CARRIAGE RETURN (CR)",
    "'hunter2\u2028', its character 8 is U+2028 LINE SEPARATOR",
    "'hunter2\u0085', its character 8 is U+0085 NEXT LINE (NEL)",
    "'hunter2\nmore', its character 8 is U+000A LINE FEED (LF)",
    "' hunter2', its character 1 is U+0020 SPACE",
    "'', there is no secret"
  })
  void what_nobody_sees_is_named_by_its_place(String given, String found) {
    assertThatThrownBy(() -> read(given))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(found)
        .hasMessageContaining("on standard input, as one line")
        .hasMessageNotContaining("er2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void another_encoding_is_refused_by_its_name(String charset) {
    byte[] given = "hunter2\n".getBytes(Charset.forName(charset));

    assertThatThrownBy(() -> read(given))
        .isInstanceOf(RefusedException.class)
        .hasMessage("standard input is UTF-16 or UTF-32: save it as UTF-8");
  }

  @Test
  void a_byte_that_is_not_utf_8_is_refused_by_its_place() {
    assertThatThrownBy(() -> read("hunté".getBytes(ISO_8859_1)))
        .isInstanceOf(RefusedException.class)
        .hasMessage("byte 5 of standard input is not UTF-8: save it as that");
    assertThatThrownBy(() -> read(new byte[] {'h', (byte) 0xE2, (byte) 0x80}))
        .hasMessage("byte 2 of standard input is not UTF-8: save it as that");
  }

  private static String read(String given) {
    return read(given.getBytes(UTF_8));
  }

  private static String read(byte[] given) {
    return new SecretInput(new ByteArrayInputStream(given), Optional.empty()).read("secret");
  }
}
