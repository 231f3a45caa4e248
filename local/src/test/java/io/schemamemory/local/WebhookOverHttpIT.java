package io.schemamemory.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Headers of a request that may be wrong.
class WebhookOverHttpIT extends ReceiverOverHttp {
  static Stream<Arguments> wrongHeaders() {
    return Stream.of(
        argumentSet("no signature", ""),
        argumentSet("an empty signature", Signatures.HEADER + ":\r\n"),
        argumentSet("a blank signature", Signatures.HEADER + ": \t \r\n"),
        argumentSet("the signature twice", SIGNED + "\r\n" + SIGNED + "\r\n"),
        argumentSet("another signature first", Signatures.HEADER + ": 00\r\n" + SIGNED + "\r\n"),
        argumentSet("bytes that are not ASCII", Signatures.HEADER + ": \u00e9\u00ff\u0080\r\n"),
        argumentSet(
            "a signature folded over two lines",
            SIGNED.substring(0, 40) + "\r\n " + SIGNED.substring(40) + "\r\n"),
        argumentSet("a prefix", Signatures.HEADER + ": sha256=" + RIGHT + "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("wrongHeaders")
  void wrong_headers_are_answered_401_and_store_nothing(String headers) throws IOException {
    List<ByteBuffer> before = stored();

    assertThat(status(request(headers + LENGTH, BODY))).isEqualTo(401);

    assertThat(stored()).isEqualTo(before);
  }

  static Stream<Arguments> rightBodies() {
    byte[] notUtf8 = "{\"name\":\"caf\u00e9\"}".getBytes(ISO_8859_1);
    return Stream.of(
        argumentSet("as JSON", "Content-Type: application/json", BODY),
        argumentSet("as text that is no UTF-8", "Content-Type: text/plain", notUtf8),
        argumentSet(
            "as a type there is none of", "Content-Type: /;;charset=", "{ }".getBytes(UTF_8)),
        argumentSet("without a type", "X: y", "without".getBytes(UTF_8)),
        argumentSet("saying it is compressed", "Content-Encoding: gzip", "gzip".getBytes(UTF_8)),
        argumentSet("empty", "X: y", new byte[0]));
  }

  @ParameterizedTest
  @MethodSource("rightBodies")
  void a_validly_signed_body_is_stored_byte_for_byte(String header, byte[] body)
      throws IOException {
    String signature = Signatures.HEADER + ": " + Signatures.sign(Samples.SECRET, body);
    String length = "Content-Length: " + body.length;

    assertThat(status(request(signature + "\r\n" + header + "\r\n" + length, body))).isEqualTo(202);

    assertThat(stored()).contains(ByteBuffer.wrap(body));
  }
}
