package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The functions have the same names, in the same order, everywhere.
class NamesTest {
  private static final List<String> TEMPLATE =
      found("template.yaml", "(?m)^ {6}FunctionName: !Sub \\$\\{AWS::StackName}-(\\S+)$");

  @Test
  void the_template_names_a_function_after_its_folder() {
    assertThat(TEMPLATE)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(Files.exists(Project.ROOT.resolve("functions/" + name + "/pom.xml")))
                    .isTrue());
  }

  @Test
  void the_logical_id_is_the_name_in_camel_case() {
    assertThat(found("template.yaml", "(?m)^ {2}(\\w+):\\n {4}Type: AWS::Serverless::Function$"))
        .isEqualTo(TEMPLATE.stream().map(NamesTest::camelCase).toList());
  }

  @Test
  void the_reactor_builds_functions_in_that_order() {
    assertThat(found("pom.xml", "<module>functions/(.*)</module>")).isEqualTo(TEMPLATE);
  }

  @Test
  void the_makefile_builds_each() {
    assertThat(found("Makefile", "(?m)^build-(\\w+): module = "))
        .isEqualTo(TEMPLATE.stream().map(NamesTest::camelCase).toList());
  }

  @Test
  void every_function_has_sample_events() {
    assertThat(TEMPLATE)
        .allSatisfy(
            name -> assertThat(Files.isDirectory(Project.ROOT.resolve("events/" + name))).isTrue());
  }

  @Test
  void the_readme_lists_them_in_that_order() {
    assertThat(found("README.md", "(?m)^\\| `([a-z]+(?:-[a-z]+)+)` \\|")).isEqualTo(TEMPLATE);
  }

  private static List<String> found(String file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(Project.read(Project.ROOT.resolve(file)))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String camelCase(String name) {
    return Pattern.compile("(^|-)([a-z])")
        .matcher(name)
        .replaceAll(m -> m.group(2).toUpperCase(Locale.ROOT));
  }
}
