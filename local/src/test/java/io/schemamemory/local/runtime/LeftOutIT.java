package io.schemamemory.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A function carries no library that it never needs; that it runs without them, the other tests of
/// the built functions show.
class LeftOutIT {
  private static final List<String> LEFT_OUT =
      List.of(
          "reactor-core", "error_prone_annotations", "jsr305", "slf4j-simple", "netty", "apache");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receive-webhook",
        "normalize-deliveries",
        "poll-audit-log",
        "apply-retention",
        "migrate-schema"
      })
  void nothing_is_deployed_that_nothing_loads(String function) {
    List<String> jars =
        Code.in(Path.of("../functions").resolve(function).resolve("target/lambda"))
            .classPath()
            .stream()
            .map(jar -> jar.getFileName().toString())
            .toList();

    assertThat(jars).anyMatch(jar -> jar.startsWith(function + "-"));
    assertThat(jars).noneMatch(jar -> LEFT_OUT.stream().anyMatch(jar::startsWith));
  }
}
