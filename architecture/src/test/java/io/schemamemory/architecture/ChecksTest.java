package io.schemamemory.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// Who says what is wrong knows what it looks at, and nobody else knows who says it.
class ChecksTest {
  @Test
  void checks_look_and_know_no_framework() {
    LayersTest.only(
        LayersTest.OURS + "checks..",
        "java..",
        "org.jspecify..",
        LayersTest.OURS + "domain.event..",
        LayersTest.OURS + "data..",
        LayersTest.OURS + "lambda..",
        LayersTest.OURS + "planetscale.api..",
        LayersTest.OURS + "checks..");
  }

  @Test
  void the_command_that_looks_is_on_no_path_of_a_function() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "doctor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LayersTest.OURS + "doctor..")
        .check(LayersTest.CODE);
  }
}
