package io.schemamemory.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// Dependencies point one way: functions, then memory and planetscale, then sealing, then lambda,
/// then data, then domain; ddl stands between memory and domain.
class LayersTest {
  static final String OURS = "io.schemamemory.";
  private static final String[] FUNCTIONS = {
    OURS + "receive..",
    OURS + "normalize..",
    OURS + "poll..",
    OURS + "retention..",
    OURS + "migrate.."
  };
  static final JavaClasses CODE = Project.classes();

  @Test
  void the_domain_knows_nothing_but_java() {
    only(OURS + "domain..", "java..", "javax.crypto..", "org.jspecify..", OURS + "domain..");
  }

  @Test
  void data_is_plain_jdbc_so_that_the_receiver_can_carry_it() {
    only(
        OURS + "data..",
        "java..",
        "org.postgresql..",
        "org.jspecify..",
        OURS + "data..",
        OURS + "domain..");
  }

  @Test
  void the_edge_knows_lambda_data_and_what_is_signed_alone() {
    only(
        OURS + "lambda..",
        "java..",
        "org.jspecify..",
        "com.amazonaws.services.lambda..",
        // Reads the webhook secrets' document.
        "com.fasterxml.jackson.core..",
        OURS + "domain.signature..",
        OURS + "data..",
        OURS + "lambda..");
  }

  @Test
  void what_is_spilled_is_signed_and_knows_no_queue() {
    only(
        OURS + "spill..",
        "java..",
        "org.jspecify..",
        "com.fasterxml.jackson.core..",
        OURS + "domain.signature..",
        OURS + "spill..");
  }

  @Test
  void the_receiver_carries_no_framework() {
    only(
        OURS + "receive",
        "java..",
        "org.jspecify..",
        // Called before Lambda takes a snapshot.
        "org.crac..",
        "javax.net.ssl..",
        "com.amazonaws.services.lambda..",
        // Reads API Gateway's event, never the webhook in it.
        "com.fasterxml.jackson.core..",
        OURS + "receive..",
        OURS + "spill..",
        OURS + "domain.signature..",
        OURS + "data..",
        OURS + "lambda..");
  }

  @Test
  void one_class_apart_knows_the_sdk_and_nothing_of_ours() {
    only(
        OURS + "receive.queue..",
        "java..",
        "org.jspecify..",
        "software.amazon.awssdk..",
        OURS + "receive.queue..");
  }

  @Test
  void planetscale_and_memory_do_not_know_each_other() {
    slices().matching(OURS + "(planetscale|memory)..").should().notDependOnEachOther().check(CODE);
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
        .matching(OURS + "(receive|normalize|poll|retention|migrate)..")
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
  void only_the_command_speaks_to_secrets_manager_itself() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "secrets..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OURS + "secrets..", "software.amazon.awssdk.services.secretsmanager..")
        .check(CODE);
  }

  @Test
  void sql_stands_in_data_and_memory_only() {
    noClasses()
        .that()
        .resideInAnyPackage(FUNCTIONS)
        .or()
        .resideInAnyPackage(
            OURS + "planetscale..",
            OURS + "checks..",
            OURS + "doctor..",
            OURS + "sealing..",
            OURS + "lambda..",
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
