package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// Who says what is wrong knows what it looks at, and nobody else knows who says it.
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
  void what_people_run_is_on_no_path_of_a_function() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "operator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LayersTest.OURS + "operator..")
        .check(LayersTest.CODE);
  }
}
