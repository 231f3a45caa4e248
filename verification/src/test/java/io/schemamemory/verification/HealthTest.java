package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// What the health checks and the operator's commands may depend on.
class HealthTest {
  @Test
  void checks_look_and_know_no_framework() {
    LayersTest.only(
        LayersTest.OURS + "health..",
        "java..",
        "org.jspecify..",
        LayersTest.OURS + "domain.event..",
        LayersTest.OURS + "data..",
        LayersTest.OURS + "settings..",
        LayersTest.OURS + "planetscale.api..",
        LayersTest.OURS + "health..");
  }

  @Test
  void commands_know_no_function_handler_and_no_framework() {
    noClasses()
        .that()
        .resideInAPackage(LayersTest.OURS + "operator..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.micronaut..",
            "com.amazonaws..",
            LayersTest.OURS + "job..",
            LayersTest.OURS + "memorywriter..",
            LayersTest.OURS + "ddl..")
        .check(LayersTest.CODE);
  }

  @Test
  void commands_are_on_no_function_s_class_path() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "operator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LayersTest.OURS + "operator..")
        .check(LayersTest.CODE);
  }
}
