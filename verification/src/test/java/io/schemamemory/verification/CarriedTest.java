package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which of our own modules each function is deployed with.
class CarriedTest {
  private static final Pattern OURS =
      Pattern.compile(
          "<dependency>\\s*<groupId>io\\.schemamemory</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "(?:(?!</dependency>).)*?</dependency>",
          Pattern.DOTALL);

  @Test
  void the_receiver_carries_no_sealing_for_that_is_larger_than_all_it_has() {
    assertThat(carriedBy("receive-webhook")).contains("data", "domain").doesNotContain("sealing");
  }

  @Test
  void only_functions_that_write_the_memory_carry_the_grammar() {
    assertThat(carriedBy("normalize-deliveries")).contains("memory-writer", "ddl");
    assertThat(carriedBy("receive-webhook")).doesNotContain("memory-writer", "ddl");
    assertThat(carriedBy("apply-retention")).doesNotContain("memory-writer", "ddl");
    assertThat(carriedBy("migrate-schema")).doesNotContain("memory-writer", "ddl");
  }

  @Test
  void only_what_calls_planetscale_carries_tokens_and_the_api_client() {
    assertThat(carriedBy("poll-audit-log")).contains("organizations", "planetscale");
    assertThat(carriedBy("normalize-deliveries")).doesNotContain("organizations");
    assertThat(carriedBy("receive-webhook")).doesNotContain("organizations", "planetscale");
    assertThat(carriedBy("apply-retention")).doesNotContain("organizations", "planetscale");
    assertThat(carriedBy("migrate-schema")).doesNotContain("organizations", "planetscale");
  }

  private static Set<String> carriedBy(String module) {
    Set<String> carried = new TreeSet<>();
    addTo(carried, module);
    return carried;
  }

  private static void addTo(Set<String> carried, String module) {
    OURS.matcher(Project.read(pom(module)))
        .results()
        .filter(dependency -> !dependency.group().contains("<scope>test</scope>"))
        .map(dependency -> dependency.group(1))
        .filter(carried::add)
        .forEach(other -> addTo(carried, other));
  }

  private static Path pom(String module) {
    return Stream.of("shared/", "functions/", "")
        .map(folder -> Project.ROOT.resolve(folder + module + "/pom.xml"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }
}
