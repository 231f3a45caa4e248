package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person reads of the stack's parameters, and gives them, are the template's.
class ParametersTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void deploy_md_has_a_row_for_each_parameter_and_for_no_other() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/deploy.md"));
    int table = page.indexOf("| parameter |");
    String rows = page.substring(table, page.indexOf("\n\n", table));
    Set<String> named = new TreeSet<>();
    matches("(?m)^\\| ([^|]+) \\|", rows).forEach(cell -> named.addAll(matches("`(\\w+)`", cell)));

    assertThat(named).isEqualTo(parameters());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void a_stacks_file_gives_parameters_there_are(String environment) throws IOException {
    String file = Files.readString(ROOT.resolve("parameters/" + environment + ".yaml"));

    assertThat(parameters()).containsAll(matches("(?m)^(\\w+):", file));
  }

  private static Set<String> parameters() throws IOException {
    String template = Files.readString(ROOT.resolve("template.yaml"));
    return new TreeSet<>(Property.unresolved(template).at("Parameters").entries().keySet());
  }

  private static Set<String> matches(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
