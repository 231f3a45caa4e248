package io.schemamemory.receivewebhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.schemamemory.domain.signature.DeliveryDigest;
import io.schemamemory.testkit.webhook.HostileBody;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A correctly signed body is stored byte for byte, whatever it contains: the normalizer decides
/// about it.
class StoredAsItCameIT extends ReceiverFixture {
  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.webhook.HostileBody#all")
  void an_unreadable_body_is_answered_202_and_stored_byte_for_byte(HostileBody body) {
    assertThat(answer(new ReceiveWebhook(), signed(body.bytes()), invocation))
        .isEqualTo("{\"statusCode\":202}");

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body.bytes()));
    assertThat(invocation.log())
        .isEqualTo(
            "received STORED source=default bytes=%d digest=%s",
            body.bytes().length, DeliveryDigest.of(body.bytes()));
  }

  static Stream<Arguments> ofAnySize() {
    return Stream.of(
        argumentSet("one byte", new byte[] {'{'}),
        argumentSet("every byte there is", allBytes()),
        argumentSet("a byte order mark", "\ufeff{}".getBytes(UTF_8)),
        argumentSet("4 MiB of noise", noise(Decision.MOST_BYTES)));
  }

  @ParameterizedTest
  @MethodSource("ofAnySize")
  void any_bytes_up_to_4_mib_are_stored_byte_for_byte(byte[] body) {
    assertThat(status(signed(body))).isEqualTo(202);

    assertThat(bodies()).containsExactly(ByteBuffer.wrap(body));
  }

  private static byte[] allBytes() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return all;
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(4).nextBytes(noise);
    return noise;
  }
}
