package io.schemamemory.sealing.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.schemamemory.sealing.keys.StandInKms.Asked;
import io.schemamemory.sealing.keys.StandInKms.Failure;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KmsKeyIT {
  private static final Map<String, String> FOR_SEALING = Map.of("purpose", "schema-memory/sealing");
  private static final Map<String, String> FOR_HASHING = Map.of("purpose", "schema-memory/hashing");

  private final WrappingKey key = WrappingKey.parse("aws-kms://" + StandInKms.ARN);

  private StandInKms kms;
  private WrappedKeysets keysets;

  @BeforeEach
  void start() throws IOException {
    kms = StandInKms.start();
    keysets = WrappedKeysets.make(key);
  }

  @AfterEach
  void stop() {
    kms.close();
  }

  @Test
  void kms_wraps_and_unwraps_with_the_purpose_as_encryption_context() {
    KeyId primary = keysets.unwrap(Purpose.SEALING, key).primary();

    assertThat(WrappedKeysets.parse(keysets.text()).unwrap(Purpose.SEALING, key).primary())
        .isEqualTo(primary);
    assertThat(kms.asked())
        .containsExactly(
            new Asked("Encrypt", FOR_SEALING),
            new Asked("Encrypt", FOR_HASHING),
            new Asked("Decrypt", FOR_SEALING),
            new Asked("Decrypt", FOR_SEALING));
  }

  @Test
  void a_keyset_for_hashing_does_not_unwrap_for_sealing() {
    WrappedKeysets swapped =
        WrappedKeysets.parse(
            keysets
                .text()
                .replace("\"sealing\"", "\"was\"")
                .replace("\"hashing\"", "\"sealing\"")
                .replace("\"was\"", "\"hashing\""));

    assertThatThrownBy(() -> swapped.unwrap(Purpose.SEALING, key))
        .hasMessageContaining(
            "InvalidCiphertextException: SEALING_KEYSET was wrapped with another");
  }

  @Test
  void both_keysets_leave_room_in_the_4_kb_of_a_functions_environment() {
    WrappedKeysets three =
        keysets
            .with(Rotation.add(Rotation.add(keysets.unwrap(Purpose.SEALING, key))), key)
            .with(Rotation.add(Rotation.add(keysets.unwrap(Purpose.HASHING, key))), key);

    assertThat(keysets.text().length()).isLessThan(1_300);
    assertThat(three.text().length()).isLessThan(2_600);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AccessDeniedException       | grant the role this runs as kms:Decrypt on this key, with the encryption context {purpose=schema-memory/sealing}
          NotFoundException           | there is no such key: correct SEALING_KEY
          DisabledException           | enable the key, or cancel its deletion
          KMSInvalidStateException    | enable the key, or cancel its deletion
          InvalidKeyUsageException    | the key must be symmetric and for encryption
          InvalidCiphertextException  | SEALING_KEYSET was wrapped with another key
          IncorrectKeyException       | SEALING_KEYSET was wrapped with another key
          UnrecognizedClientException | AWS does not accept the credentials: renew them
          ValidationException         | look the code up in the AWS KMS API reference
          """)
  void a_refusal_says_what_to_do(String code, String advice) {
    kms.fail(Failure.of(code));

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageStartingWith("kms:Decrypt with " + key + " failed: " + code + ": " + advice);
  }

  @Test
  void a_failure_to_wrap_names_the_right_to_encrypt() {
    kms.fail(Failure.of("AccessDeniedException"));

    assertThatThrownBy(() -> WrappedKeysets.make(key))
        .hasMessageContaining("grant the role this runs as kms:Encrypt on this key");
  }

  @Test
  void a_throttled_call_is_retried() {
    kms.fail(Failure.of("ThrottlingException"));

    assertThat(keysets.unwrap(Purpose.SEALING, key).states()).hasSize(1);
  }

  @Test
  void a_kms_that_keeps_throttling_says_to_try_again() {
    Failure throttled = Failure.of("ThrottlingException");
    kms.fail(throttled, throttled, throttled, throttled);

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .hasMessageContaining("ThrottlingException: KMS is busy or unavailable: try again");
  }

  @Test
  void an_answer_of_a_proxy_says_to_try_again() {
    Failure proxy = new Failure(502, "");
    kms.fail(proxy, proxy, proxy, proxy);

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .hasMessageContaining("HTTP 502: KMS is busy or unavailable: try again");
  }

  @Test
  void a_missing_key_is_named() {
    WrappingKey absent =
        WrappingKey.parse("aws-kms://arn:aws:kms:eu-central-1:111122223333:key/absent");

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, absent))
        .hasMessage(
            "kms:Decrypt with "
                + absent
                + " failed: NotFoundException: there is no such key: correct SEALING_KEY");
  }

  @Test
  void an_unreachable_kms_points_at_credentials_and_network() {
    kms.stop();

    assertThatThrownBy(() -> keysets.unwrap(Purpose.SEALING, key))
        .isInstanceOf(SealingException.class)
        .hasMessageContaining("KMS did not answer: check the credentials and the network");
  }
}
