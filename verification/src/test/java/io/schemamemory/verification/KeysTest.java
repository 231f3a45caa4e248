package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.schemamemory.domain.signature.SignatureVerifier;
import io.schemamemory.domain.signature.VerifiedPayload;
import io.schemamemory.domain.signature.WebhookSecret;
import org.junit.jupiter.api.Test;

/// Who may decrypt what is sealed, and who may make a verified payload.
class KeysTest {
  @Test
  void sealing_knows_tink_kms_and_the_edge_alone() {
    LayersTest.only(
        LayersTest.OURS + "sealing..",
        "java..",
        "org.jspecify..",
        "com.google.crypto.tink..",
        // Reads the document the keysets stand in.
        "com.google.gson..",
        "software.amazon.awssdk..",
        LayersTest.OURS + "settings..",
        LayersTest.OURS + "sealing..");
  }

  @Test
  void nothing_but_sealing_knows_tink_and_kms() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "sealing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.google.crypto..", "software.amazon.awssdk.services.kms..")
        .check(LayersTest.CODE);
  }

  @Test
  void a_key_is_in_clear_in_a_key_file_only() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(LayersTest.OURS + "sealing.keys.KeyFile")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.google.crypto.tink.InsecureSecretKeyAccess")
        .check(LayersTest.CODE);
  }

  @Test
  void a_webhook_secret_is_revealed_to_its_document_and_the_local_sender_only() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "local.demo")
        .and()
        .doNotHaveFullyQualifiedName(LayersTest.OURS + "webhook.secrets.SecretsDocumentWriter")
        .should()
        .callMethod(WebhookSecret.class, "reveal")
        .check(LayersTest.CODE);
  }

  @Test
  void only_the_verifier_makes_a_verified_payload() {
    constructors()
        .that()
        .areDeclaredIn(VerifiedPayload.class)
        .should()
        .onlyBeCalled()
        .byClassesThat()
        .areAssignableTo(SignatureVerifier.class)
        .check(LayersTest.CODE);
  }
}
