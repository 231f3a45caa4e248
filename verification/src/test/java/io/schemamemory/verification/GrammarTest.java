package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/// Which modules may use the DDL grammar.
class GrammarTest {
  @Test
  void ddl_knows_a_grammar_and_the_domain_alone() {
    LayersTest.only(
        LayersTest.OURS + "ddl..",
        "java..",
        "org.jspecify..",
        "org.antlr.v4.runtime..",
        "io.debezium..",
        LayersTest.OURS + "domain.ddl..",
        LayersTest.OURS + "ddl..");
  }

  @Test
  void only_the_memory_reads_ddl_and_only_ddl_knows_its_grammar() {
    noClasses()
        .that()
        .resideOutsideOfPackages(LayersTest.OURS + "ddl..", LayersTest.OURS + "memorywriter")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LayersTest.OURS + "ddl..")
        .check(LayersTest.CODE);
    noClasses()
        .that()
        .resideOutsideOfPackage(LayersTest.OURS + "ddl..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "io.debezium..")
        .check(LayersTest.CODE);
  }
}
