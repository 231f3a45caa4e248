package io.schemamemory.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathPatternTest {

  @Test
  void a_literal_path_matches_only_itself() {
    PathPattern path = PathPattern.of("/api/web.hooks");

    assertThat(path.match("/api/web.hooks")).contains(Map.of());
    assertThat(path.match("/api/webxhooks")).isEmpty();
    assertThat(path.match("/api/web.hooks/")).isEmpty();
    assertThat(path.match("/api")).isEmpty();
  }

  @Test
  void a_parameter_matches_one_segment() {
    PathPattern path = PathPattern.of("/webhooks/{source}/x");

    assertThat(path.match("/webhooks/a b/x")).contains(Map.of("source", "a b"));
    assertThat(path.match("/webhooks/a/b/x")).isEmpty();
    assertThat(path.match("/webhooks//x")).isEmpty();
  }

  @Test
  void a_greedy_parameter_matches_the_rest() {
    PathPattern path = PathPattern.of("/api/{proxy+}");

    assertThat(path.match("/api/a/b")).contains(Map.of("proxy", "a/b"));
    assertThat(path.match("/api/")).isEmpty();
  }

  @Test
  void the_most_specific_path_comes_first() {
    List<PathPattern> sorted =
        Stream.of("/{proxy+}", "/a/{id}", "/a/{proxy+}", "/a/b")
            .map(PathPattern::of)
            .sorted()
            .toList();

    assertThat(sorted).extracting(PathPattern::rank).containsExactly("aa", "ab", "ac", "c");
  }
}
