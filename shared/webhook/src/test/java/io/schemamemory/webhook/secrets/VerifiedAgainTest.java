package io.schemamemory.webhook.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.Verification;
import io.schemamemory.domain.signature.Verification.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Whether a failure is verified again with fresh secrets.
class VerifiedAgainTest extends RotatingSecrets {
  private static final String SIGNATURE = "a".repeat(64);

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"SIGNATURE_MISSING", "SIGNATURE_MALFORMED"})
  void a_failure_that_a_newer_secret_could_fix_is_verified_again_with_fresh_secrets(Reason reason) {
    secrets.get();
    List<SignatureVerifier> verifiers = new ArrayList<>();

    Verification last =
        secrets.verify(
            SIGNATURE,
            verifier -> {
              verifiers.add(verifier);
              return rejected(verifiers.size() == 1 ? reason : Reason.SIGNATURE_MISSING);
            });

    assertThat(last).isEqualTo(rejected(Reason.SIGNATURE_MISSING));
    assertThat(verifiers).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNATURE_MISSING", "SIGNATURE_MALFORMED"})
  void a_failure_that_no_secret_could_fix_is_not_verified_again(Reason reason) {
    secrets.get();

    assertThat(secrets.verify(SIGNATURE, _ -> rejected(reason))).isEqualTo(rejected(reason));

    assertThat(readings).hasSize(1);
  }
}
