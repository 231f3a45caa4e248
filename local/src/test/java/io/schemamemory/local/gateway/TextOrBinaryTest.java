package io.schemamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.runtime.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextOrBinaryTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "Application/JSON; charset=utf-8, false",
    "text/plain, false",
    "application/xml, false",
    "application/javascript, false",
    "application/octet-stream, true",
    "application/x-www-form-urlencoded, true",
    "'', true"
  })
  void the_content_type_decides(String contentType, boolean base64) {
    TextOrBinary body = TextOrBinary.of(Payload.of("größer"), contentType);

    assertThat(body.isBase64Encoded()).isEqualTo(base64);
    assertThat(bytes(body)).isEqualTo("größer".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void text_that_is_not_utf8_keeps_its_bytes() {
    byte[] latin1 = "{\"a\":\"größer\"}".getBytes(StandardCharsets.ISO_8859_1);

    TextOrBinary body = TextOrBinary.of(Payload.of(latin1), "application/json");

    assertThat(body.isBase64Encoded()).isTrue();
    assertThat(bytes(body)).isEqualTo(latin1);
  }

  private static byte[] bytes(TextOrBinary body) {
    return body.isBase64Encoded()
        ? Base64.getDecoder().decode(body.body())
        : body.body().getBytes(StandardCharsets.UTF_8);
  }
}
