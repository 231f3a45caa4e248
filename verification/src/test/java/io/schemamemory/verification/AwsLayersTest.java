package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// AWS's SDK stays where it is needed: who reads a secret or spills a webhook carries little of it.
class AwsLayersTest {
  @Test
  void secrets_know_settings_and_the_parts_of_the_sdk_that_sign() {
    LayersTest.only(
        LayersTest.OURS + "secrets..",
        "java..",
        "org.jspecify..",
        "software.amazon.awssdk.auth.credentials..",
        "software.amazon.awssdk.core.exception..",
        "software.amazon.awssdk.http..",
        "software.amazon.awssdk.identity.spi..",
        "software.amazon.awssdk.utils.builder..",
        // Reads an answer.
        "com.fasterxml.jackson.core..",
        LayersTest.OURS + "secrets..",
        LayersTest.OURS + "settings..");
  }

  @Test
  void one_class_apart_knows_the_sdk_and_nothing_of_ours() {
    LayersTest.only(
        LayersTest.OURS + "receivewebhook.queue..",
        "java..",
        "org.jspecify..",
        "software.amazon.awssdk..",
        LayersTest.OURS + "receivewebhook.queue..");
  }

  @Test
  void only_the_operator_s_room_for_aws_has_the_client_of_secrets_manager() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "operator.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.secretsmanager..")
        .check(LayersTest.CODE);
  }
}
