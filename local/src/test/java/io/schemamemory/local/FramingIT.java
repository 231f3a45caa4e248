package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The framing of HTTP requests: where they end, and whether they do.
class FramingIT extends ReceiverOverHttp {
  static Stream<Arguments> framings() {
    String more = "Content-Length: " + (BODY.length + 1);
    String less = "Content-Length: " + (BODY.length - 1);
    byte[] chunked = chunked(BODY);
    return Stream.of(
        argumentSet("in chunks", 202, "Transfer-Encoding: chunked", chunked),
        argumentSet("less than was said", 0, more, BODY),
        argumentSet("more than was said", 401, less, BODY),
        argumentSet("without a length", 401, "X: y", BODY),
        argumentSet("two lengths", 400, LENGTH + "\r\n" + less, BODY),
        argumentSet("a length and chunks", 400, LENGTH + "\r\nTransfer-Encoding: chunked", chunked),
        argumentSet("a negative length", 400, "Content-Length: -1", BODY),
        argumentSet("a length that is none", 400, "Content-Length: many", BODY),
        argumentSet("chunks that are none", 0, "Transfer-Encoding: chunked", BODY),
        argumentSet(
            "chunks that do not end", 0, "Transfer-Encoding: chunked", "5\r\n{".getBytes(UTF_8)),
        argumentSet("a header of a megabyte", 0, LENGTH + "\r\nX: " + "x".repeat(1 << 20), BODY));
  }

  @ParameterizedTest
  @MethodSource("framings")
  void a_signed_body_is_stored_only_if_it_arrives_complete(int status, String framing, byte[] body)
      throws IOException {
    List<ByteBuffer> before = stored();

    assertThat(status(request(SIGNED + "\r\n" + framing, body))).isEqualTo(status);

    if (status != 202) {
      assertThat(stored()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/octet-stream"})
  void a_body_of_4_mib_is_stored_and_one_byte_more_answered_413(String type) throws IOException {
    byte[] most = new byte[4 << 20];
    byte[] tooMany = new byte[(4 << 20) + 1];
    Arrays.fill(most, (byte) 'x');
    Arrays.fill(tooMany, (byte) 'x');
    most[0] = (byte) type.length();

    assertThat(status(signed(type, most))).isEqualTo(202);
    List<ByteBuffer> before = stored();
    assertThat(status(signed(type, tooMany))).isEqualTo(413);

    assertThat(before).contains(ByteBuffer.wrap(most));
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {5 << 20, 11 << 20})
  void a_body_that_lambda_or_api_gateway_would_not_take_is_answered_413_at_the_door(int length)
      throws IOException {
    assertThat(http().say(signed("image/png", new byte[length])))
        .startsWith("HTTP/1.1 413 ")
        .endsWith("{\"message\":\"Request Entity Too Large\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/%zz", "/%00", "/api/planetscale/webhooks%2f", "//", "?"})
  void a_target_that_is_not_one_of_our_paths_is_a_client_error(String target) throws IOException {
    byte[] head = ("POST " + target + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(UTF_8);

    assertThat(status(line -> line.write(head))).isIn(400, 404);
  }

  @Test
  void an_endless_body_is_not_read_for_ever() throws IOException {
    byte[] chunk = chunked(new byte[1 << 16]);
    byte[] endless = Arrays.copyOf(chunk, chunk.length - "0\r\n\r\n".length());
    AtomicInteger said = new AtomicInteger();

    http()
        .say(
            line -> {
              line.write(head("Transfer-Encoding: chunked"));
              while (said.getAndAdd(endless.length) < 100 << 20) {
                line.write(endless);
              }
            });

    assertThat(said).hasValueLessThan(50 << 20);
  }

  private static byte[] chunked(byte[] body) {
    String chunk = Integer.toHexString(body.length) + "\r\n" + new String(body, ISO_8859_1);
    return (chunk + "\r\n0\r\n\r\n").getBytes(ISO_8859_1);
  }
}
