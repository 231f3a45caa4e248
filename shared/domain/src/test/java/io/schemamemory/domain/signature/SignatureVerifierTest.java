package io.schemamemory.domain.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.domain.signature.Verification.Authentic;
import io.schemamemory.domain.signature.Verification.Reason;
import io.schemamemory.domain.signature.Verification.Rejected;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private static final String FINGERPRINT = "4037032a73821624";
  private static final String SOURCE = "shop";
  private static final WebhookSecret SECRET = WebhookSecret.of("pscale-secret-for-a-test");
  private static final WebhookSecret OTHER = WebhookSecret.of("pscale-secret-for-a-tesT");

  private final SignatureVerifier verifier = verifier(List.of(SECRET), List.of());

  @Test
  void a_signature_made_by_openssl_verifies_and_the_payload_is_the_body() {
    VerifiedPayload payload = authentic(SIGNATURE);

    assertThat(payload.source()).isEqualTo(SOURCE);
    assertThat(payload.bytes()).isEqualTo(BODY);
    assertThat(payload.signature()).isEqualTo(SIGNATURE);
    assertThat(payload.fingerprint()).isEqualTo(FINGERPRINT);
  }

  @Test
  void upper_case_hex_verifies_and_is_kept_in_lower_case() {
    assertThat(authentic(SIGNATURE.toUpperCase(Locale.ROOT)).signature()).isEqualTo(SIGNATURE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   "})
  void a_missing_signature_is_distinguished_from_a_wrong_one(@Nullable String signature) {
    assertThat(verifier.verify(SOURCE, signature, BODY))
        .isEqualTo(rejected(Reason.SIGNATURE_MISSING));
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
    assertThat(verifier.verify(SOURCE, signature, BODY))
        .isEqualTo(rejected(Reason.SIGNATURE_MALFORMED));
  }

  @Test
  void a_body_that_differs_in_one_byte_does_not_verify() {
    byte[] other = BODY.clone();
    other[other.length - 1] = ' ';

    assertThat(verifier.verify(SOURCE, SIGNATURE, other))
        .isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  @Test
  void another_secret_does_not_verify() {
    SignatureVerifier other = verifier(List.of(OTHER), List.of());

    assertThat(other.verify(SOURCE, SIGNATURE, BODY))
        .isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  @Test
  void any_of_several_live_secrets_verifies_and_the_one_that_matched_is_named() {
    for (List<WebhookSecret> live : List.of(List.of(SECRET, OTHER), List.of(OTHER, SECRET))) {
      Verification verification = verifier(live, List.of()).verify(SOURCE, SIGNATURE, BODY);

      assertThat(((Authentic) verification).payload().fingerprint()).isEqualTo(FINGERPRINT);
    }
  }

  @Test
  void a_retired_secret_no_longer_verifies() {
    SignatureVerifier rotated = verifier(List.of(OTHER), List.of(SECRET));

    assertThat(rotated.verify(SOURCE, SIGNATURE, BODY))
        .isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  @Test
  void a_source_whose_every_secret_is_retired_lets_nothing_in() {
    SignatureVerifier closed = verifier(List.of(), List.of(SECRET));

    assertThat(closed.verify(SOURCE, SIGNATURE, BODY)).isEqualTo(rejected(Reason.NO_LIVE_SECRET));
  }

  @Test
  void the_secret_of_one_source_does_not_verify_for_another() {
    assertThat(verifier.verify("blog", SIGNATURE, BODY)).isEqualTo(rejected(Reason.UNKNOWN_SOURCE));
  }

  @Test
  void a_payload_signed_with_a_retired_secret_can_be_verified_again() {
    SignatureVerifier rotated = verifier(List.of(OTHER), List.of(SECRET));

    assertThat(rotated.verifyAgain(SOURCE, FINGERPRINT, SIGNATURE, BODY))
        .isInstanceOf(Authentic.class);
    assertThat(rotated.verifyAgain(SOURCE, FINGERPRINT, SIGNATURE, new byte[0]))
        .isEqualTo(rejected(Reason.SIGNATURE_MISMATCH));
  }

  @Test
  void a_payload_signed_with_a_removed_secret_cannot_be_verified_again() {
    SignatureVerifier rotated = verifier(List.of(OTHER), List.of());

    assertThat(rotated.verifyAgain(SOURCE, FINGERPRINT, SIGNATURE, BODY))
        .isEqualTo(rejected(Reason.UNKNOWN_SECRET));
  }

  @Test
  void a_source_has_at_most_four_live_secrets() {
    assertThatThrownBy(() -> verifier(Collections.nCopies(5, SECRET), List.of()))
        .hasMessage("a source has at most 4 live secrets");
  }

  private static SignatureVerifier verifier(List<WebhookSecret> live, List<WebhookSecret> retired) {
    List<RetiredSecret> dated =
        retired.stream().map(secret -> new RetiredSecret(secret, Instant.EPOCH)).toList();
    return new SignatureVerifier(
        new WebhookSecrets(Map.of(SOURCE, new SourceSecrets(live, dated))));
  }

  private VerifiedPayload authentic(String signature) {
    return ((Authentic) verifier.verify(SOURCE, signature, BODY)).payload();
  }

  private static Rejected rejected(Reason reason) {
    return new Rejected(reason);
  }
}
