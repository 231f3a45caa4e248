package io.schemamemory.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Rules that keep the code small, plain and testable.
class HabitsTest {
  private static final JavaClasses CODE = Project.classes();

  @Test
  void time_is_passed_in() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.schemamemory.local..", "io.schemamemory.testkit..", "io.schemamemory.bench..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CODE);
  }

  @Test
  void functions_log_through_lambda_and_not_to_a_stream() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.schemamemory.local..", "io.schemamemory.operator..", "io.schemamemory.bench..")
        .and()
        .doNotHaveFullyQualifiedName("io.schemamemory.job.Metrics")
        .and()
        .doNotHaveFullyQualifiedName("io.schemamemory.receivewebhook.EmbeddedMetrics")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(CODE);
  }

  @Test
  void a_class_is_named_for_what_it_is() {
    noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Impl|Helper|Service)").check(CODE);
  }

  @Test
  void every_package_says_what_may_be_null() {
    assertThat(CODE)
        .allSatisfy(
            javaClass ->
                assertThat(javaClass.getPackage().isAnnotatedWith(NullMarked.class))
                    .as(javaClass.getPackageName())
                    .isTrue());
  }

  @Test
  void no_file_is_longer_than_200_lines() {
    for (String ending : new String[] {".java", ".sql", ".sh"}) {
      assertThat(Project.sources(ending)).allSatisfy(HabitsTest::isShort);
    }
  }

  private static void isShort(Path file) {
    assertThat(Project.read(file).lines().count()).as(file.toString()).isLessThanOrEqualTo(200);
  }
}
