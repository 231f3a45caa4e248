package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// What the modules that functions share may depend on.
class SharedModulesTest {
  @Test
  void roles_know_plain_jdbc_and_json_alone() {
    LayersTest.only(
        LayersTest.OURS + "roles..",
        "java..",
        "org.jspecify..",
        "org.postgresql..",
        // Reads and writes the file with the logins' passwords.
        "com.fasterxml.jackson..",
        LayersTest.OURS + "data.connection..",
        LayersTest.OURS + "settings..",
        LayersTest.OURS + "roles..");
  }

  @Test
  void the_frame_of_a_job_knows_nothing_of_what_a_job_does() {
    noClasses()
        .that()
        .resideInAPackage(LayersTest.OURS + "job..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            LayersTest.OURS + "memorywriter..",
            LayersTest.OURS + "ddl..",
            LayersTest.OURS + "sealing..",
            LayersTest.OURS + "webhook..",
            LayersTest.OURS + "roles..",
            LayersTest.OURS + "health..")
        .check(LayersTest.CODE);
  }
}
