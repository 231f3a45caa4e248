package io.schemamemory.domain.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {
  private static final byte[] BODY =
      "{\"event\":\"branch.ready\",\"name\":\"café\"}".getBytes(UTF_8);

  /// As `openssl dgst -sha256 -hmac` says.
  private static final String SIGNATURE =
      "8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1c";

  private final SignatureVerifier verifier =
      new SignatureVerifier(WebhookSecret.of("pscale-secret-for-a-test"));

  @Test
  void a_signature_made_by_openssl_verifies_and_the_payload_is_the_body() {
    VerifiedPayload payload = authentic(SIGNATURE);

    assertThat(payload.bytes()).isEqualTo(BODY);
    assertThat(payload.signature()).isEqualTo(SIGNATURE);
    assertThat(payload.fingerprint()).isEqualTo("4037032a73821624");
  }

  @Test
  void upper_case_hex_verifies_and_is_kept_in_lower_case() {
    assertThat(authentic(SIGNATURE.toUpperCase(Locale.ROOT)).signature()).isEqualTo(SIGNATURE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void no_signature_is_told_from_a_wrong_one(@Nullable String signature) {
    assertThat(verifier.verify(signature, BODY)).isEqualTo(rejected(Reason.SIGNATURE_MISSING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1",
        "8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1c0",
        " 8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1c",
        "sha256=8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1c",
        "8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1g",
        "8e4059eac128044b6f7ec99b95a71ff7775c69ff89b8077bd133b58722864e1１"
      })
  void other_than_64_hex_digits_is_malformed(String signature) {
    assertThat(verifier.verify(signature, BODY)).isEqualTo(rejected(Reason.SIGNATURE_MALFORMED));
  }

  @Test
  void a_body_that_differs_in_one_byte_does_not_verify() {
    byte[] other = BODY.clone();
    other[other.length - 1] = ' ';

    assertThat(verifier.verify(SIGNATURE, other)).isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  @Test
  void another_secret_does_not_verify() {
    SignatureVerifier other = new SignatureVerifier(WebhookSecret.of("pscale-secret-for-a-tesT"));

    assertThat(other.verify(SIGNATURE, BODY)).isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  private VerifiedPayload authentic(String signature) {
    return ((Authentic) verifier.verify(signature, BODY)).payload();
  }

  private static Rejected rejected(Reason reason) {
    return new Rejected(reason);
  }
}
