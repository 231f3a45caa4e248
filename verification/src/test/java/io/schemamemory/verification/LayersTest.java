package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// Dependencies point one way, and each module uses only what it needs; `ModuleMapTest` draws all
/// of them.
class LayersTest {
  static final String OURS = "io.schemamemory.";
  private static final String[] FUNCTIONS = {
    OURS + "receivewebhook..",
    OURS + "normalizedeliveries..",
    OURS + "pollauditlog..",
    OURS + "applyretention..",
    OURS + "migrateschema.."
  };
  static final JavaClasses CODE = Project.classes();

  @Test
  void the_domain_knows_nothing_but_java() {
    only(OURS + "domain..", "java..", "javax.crypto..", "org.jspecify..", OURS + "domain..");
  }

  @Test
  void settings_know_nothing_but_java() {
    only(OURS + "settings..", "java..", "org.jspecify..", OURS + "settings..");
  }

  @Test
  void data_is_plain_jdbc_so_that_the_receiver_can_carry_it() {
    only(
        OURS + "data..",
        "java..",
        "org.postgresql..",
        "org.jspecify..",
        OURS + "data..",
        OURS + "settings..",
        OURS + "domain..");
  }

  @Test
  void webhook_knows_lambda_settings_and_what_is_signed_alone() {
    only(
        OURS + "webhook..",
        "java..",
        "org.jspecify..",
        "com.amazonaws.services.lambda..",
        // Reads the document of the webhook secrets, and writes a spilled delivery.
        "com.fasterxml.jackson.core..",
        OURS + "domain.signature..",
        OURS + "secrets..",
        OURS + "settings..",
        OURS + "webhook..");
  }

  @Test
  void the_receiver_carries_no_framework() {
    only(
        OURS + "receivewebhook",
        "java..",
        "org.jspecify..",
        // Called before Lambda takes a snapshot.
        "org.crac..",
        "javax.net.ssl..",
        "com.amazonaws.services.lambda..",
        // Reads API Gateway's event, never the webhook in it.
        "com.fasterxml.jackson.core..",
        OURS + "receivewebhook..",
        OURS + "secrets..",
        OURS + "webhook..",
        OURS + "domain.signature..",
        OURS + "data..",
        OURS + "settings..");
  }

  @Test
  void planetscale_and_memory_do_not_know_each_other() {
    slices()
        .matching(OURS + "(planetscale|memorywriter)..")
        .should()
        .notDependOnEachOther()
        .check(CODE);
  }

  @Test
  void what_planetscale_sends_is_read_in_its_own_module() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "planetscale..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "io\\.schemamemory\\.planetscale\\.(JsonObject|JsonText|Shape|UnreadableException)")
        .check(CODE);
  }

  @Test
  void no_function_knows_another() {
    slices()
        .matching(
            OURS
                + "(receivewebhook|normalizedeliveries|pollauditlog|applyretention|migrateschema)..")
        .should()
        .notDependOnEachOther()
        .check(CODE);
  }

  @Test
  void nothing_below_knows_a_function() {
    noClasses()
        .that()
        .resideOutsideOfPackages(FUNCTIONS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTIONS)
        .check(CODE.that(notBench()));
  }

  @Test
  void the_testkit_is_never_on_a_runtime_path() {
    classes()
        .that()
        .resideInAPackage(OURS + "testkit..")
        .should()
        .onlyBeAccessed()
        .byAnyPackage(OURS + "testkit..", OURS + "local..", OURS + "bench..")
        .check(CODE);
  }

  @Test
  void sql_stands_in_data_roles_and_the_memory_writer_only() {
    noClasses()
        .that()
        .resideInAnyPackage(FUNCTIONS)
        .or()
        .resideInAnyPackage(
            OURS + "planetscale..",
            OURS + "health..",
            OURS + "operator..",
            OURS + "sealing..",
            OURS + "settings..",
            OURS + "webhook..",
            OURS + "job..",
            OURS + "organizations..",
            OURS + "ddl..",
            OURS + "domain..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.Statement")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.sql.PreparedStatement")
        .check(CODE);
  }

  static void only(String packages, String... allowed) {
    classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CODE);
  }

  private static DescribedPredicate<JavaClass> notBench() {
    return DescribedPredicate.not(
        DescribedPredicate.describe(
            "of the bench", javaClass -> javaClass.getPackageName().startsWith(OURS + "bench")));
  }
}
