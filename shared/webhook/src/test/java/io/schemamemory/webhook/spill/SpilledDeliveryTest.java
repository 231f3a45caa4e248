package io.schemamemory.webhook.spill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.schemamemory.domain.signature.RetiredSecret;
import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.SourceSecrets;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecret;
import io.schemamemory.domain.signature.WebhookSecrets;
import io.schemamemory.testkit.FixedTime;
import io.schemamemory.testkit.Samples;
import io.schemamemory.testkit.webhook.Signatures;
import io.schemamemory.webhook.spill.Decoding.Decoded;
import io.schemamemory.webhook.spill.Decoding.Malformed;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpilledDeliveryTest {
  private static final SignatureVerifier VERIFIER =
      new SignatureVerifier(WebhookSecrets.ofBare(WebhookSecret.of(Samples.SECRET)));

  private final byte[] body = Samples.payload("deploy_request.schema_applied");
  private final String message = SpilledDelivery.encode(verified(body), FixedTime.NOW);

  @ParameterizedTest
  @MethodSource("io.schemamemory.testkit.Samples#payloads")
  void a_spilled_delivery_verifies_again_byte_for_byte(String event) {
    byte[] sample = Samples.payload(event);

    SpilledDelivery spilled = decoded(SpilledDelivery.encode(verified(sample), FixedTime.NOW));

    assertThat(spilled.receivedAt()).isEqualTo(FixedTime.NOW);
    assertThat(authentic(spilled.verifyAgain(VERIFIER)).bytes()).isEqualTo(sample);
  }

  @Test
  void bytes_that_are_not_text_are_kept_unchanged() {
    byte[] odd = {0, (byte) 0xff, '{', (byte) 0xc3, '\n', 0};

    SpilledDelivery spilled = decoded(SpilledDelivery.encode(verified(odd), FixedTime.NOW));

    assertThat(authentic(spilled.verifyAgain(VERIFIER)).bytes()).isEqualTo(odd);
  }

  @Test
  void a_message_is_small_and_ascii_and_shows_neither_the_body_nor_the_secret() {
    assertThat(message)
        .hasSizeLessThan(body.length / 2)
        .containsPattern("^\\p{ASCII}+$")
        .contains("\"version\":\"1\"", "\"source\":\"default\"", FixedTime.NOW.toString())
        .doesNotContain("Jane", Samples.SECRET);
  }

  @Test
  void a_spilled_delivery_still_verifies_after_its_secret_was_retired() {
    WebhookSecrets rotated =
        new WebhookSecrets(
            Map.of(
                WebhookSecrets.BARE,
                new SourceSecrets(
                    List.of(WebhookSecret.of("the next one")),
                    List.of(new RetiredSecret(WebhookSecret.of(Samples.SECRET), FixedTime.NOW)))));

    assertThat(decoded(message).verifyAgain(new SignatureVerifier(rotated)))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void an_edited_body_is_rejected() {
    byte[] edited = new String(body, UTF_8).replace("acme", "evil").getBytes(UTF_8);

    String forged = message.replace(Compressed.of(body), Compressed.of(edited));

    assertThat(forged).isNotEqualTo(message);
    assertThat(decoded(forged).verifyAgain(VERIFIER))
        .isEqualTo(new Rejected(Reason.SIGNATURE_MISMATCH));
  }

  @ParameterizedTest
  @CsvSource({
    "source, default, other, UNKNOWN_SECRET",
    "fingerprint, [0-9a-f]{16}, 0000000000000000, UNKNOWN_SECRET",
    "signature, [0-9a-f]{64}, ' ', SIGNATURE_MISSING",
    "signature, [0-9a-f]{64}, abc, SIGNATURE_MALFORMED"
  })
  void an_edited_field_is_rejected(String field, String old, String edited, Reason reason) {
    String forged =
        message.replaceFirst(
            "\"%s\":\"%s\"".formatted(field, old), "\"%s\":\"%s\"".formatted(field, edited));

    assertThat(forged).isNotEqualTo(message);
    assertThat(decoded(forged).verifyAgain(VERIFIER)).isEqualTo(new Rejected(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "7",
        "{}",
        "{\"version\":\"1\"}",
        "{\"version\":\"1\",\"version\":\"1\"}",
        "{\"version\":{\"a\":\"b\"}}"
      })
  void text_that_is_not_a_message_is_malformed(String text) {
    assertThat(SpilledDelivery.decode(text)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"source\":\"default\",            | ~~",
        "\"source\":\"default\"             | \"source\":null",
        "\"source\":\"default\"             | \"source\":7",
        "\"source\":\"default\"             | \"source\":\"default\",\"source\":\"default\"",
        "\"source\":\"default\"             | \"source\":\"default\",\"note\":\"x\"",
        "\"received_at\":\"2026-            | \"received_at\":\"Friday 2026-",
        "\"body\":\"                        | \"body\":\"!",
        "\"body\":\"H4sI                    | \"body\":\"AAAA",
        "\"}                                | \"}{}",
      })
  void an_invalid_field_makes_a_message_malformed_and_is_not_echoed(String right, String wrong) {
    String other = message.replace(right, wrong);

    assertThat(other).isNotEqualTo(message);
    assertThat(SpilledDelivery.decode(other))
        .asInstanceOf(type(Malformed.class))
        .satisfies(malformed -> assertThat(malformed.reason()).doesNotContain("default", "Friday"));
  }

  @Test
  void an_unknown_message_version_is_named() {
    assertThat(SpilledDelivery.decode(message.replace("\"version\":\"1\"", "\"version\":\"2\"")))
        .isEqualTo(new Malformed("its version is not 1: deploy the release that wrote it"));
  }

  @Test
  void a_body_cut_short_is_malformed() {
    String packed = Compressed.of(body);
    byte[] half = Base64.getDecoder().decode(packed.substring(0, packed.length() / 8 * 4));

    String cut = message.replace(packed, Base64.getEncoder().encodeToString(half));

    assertThat(SpilledDelivery.decode(cut)).isInstanceOf(Malformed.class);
  }

  @Test
  void a_body_that_unpacks_without_end_is_malformed() {
    String bomb = message.replace(Compressed.of(body), Compressed.of(new byte[11 * 1024 * 1024]));

    assertThat(bomb).hasSizeLessThan(20_000);
    assertThat(SpilledDelivery.decode(bomb)).isInstanceOf(Malformed.class);
  }

  private static VerifiedPayload verified(byte[] body) {
    String signature = Signatures.sign(Samples.SECRET, body);
    return authentic(VERIFIER.verify(WebhookSecrets.BARE, signature, body));
  }

  private static VerifiedPayload authentic(Verification verification) {
    assertThat(verification).isInstanceOf(Authentic.class);
    return ((Authentic) verification).payload();
  }

  private static SpilledDelivery decoded(String message) {
    Decoding decoding = SpilledDelivery.decode(message);
    assertThat(decoding).isInstanceOf(Decoded.class);
    return ((Decoded) decoding).delivery();
  }
}
