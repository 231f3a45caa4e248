package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The map on the architecture page is the graph of the imports, and has no cycle.
class ModuleMapTest {
  private static final Path PAGE = Project.ROOT.resolve("docs/architecture.md");
  private static final String BEGIN = "<!-- map:begin -->\n";
  private static final String END = "<!-- map:end -->";

  private static final ModuleGraph MODULES = ModuleGraph.ofImports();

  @Test
  void the_map_shows_what_the_modules_import() throws IOException {
    String page = Project.read(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(end).as(BEGIN + END + " in docs/architecture.md").isGreaterThanOrEqualTo(begin);
    String map = MODULES.reduced().diagram();
    if ("write".equals(System.getProperty("golden"))) {
      page = page.substring(0, begin) + map + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf(END);
    }

    assertThat(page.substring(begin, end))
        .as("the map in docs/architecture.md; if the change is meant, write it with -Dgolden=write")
        .isEqualTo(map);
  }

  @Test
  void modules_have_no_cycles() {
    assertThat(MODULES.cycles()).isEmpty();
  }

  @Test
  void a_cycle_is_noticed() {
    assertThat(graph(Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b"))).cycles())
        .containsExactly("a", "b", "c");
  }

  @Test
  void an_edge_that_a_path_implies_is_not_drawn() {
    assertThat(
            graph(Map.of("a", Set.of("b", "c"), "b", Set.of("c"), "c", Set.of()))
                .reduced()
                .diagram())
        .isEqualTo("```mermaid\ngraph TD\n  a --> b\n  b --> c\n```\n");
  }

  private static ModuleGraph graph(Map<String, Set<String>> uses) {
    return new ModuleGraph(uses);
  }
}
