package io.schemamemory.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.schemamemory.local.check.code.BundleCode;
import io.schemamemory.local.check.model.Defect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The template and the code agree, and whatever is broken in the template is found by name.
class CheckTemplateTest {
  private static final Path ROOT = Path.of("..");
  private static final BundleCode CODE = BundleCode.of(ROOT);

  @Test
  void the_template_agrees_with_the_code() throws IOException {
    assertThat(CheckTemplate.defects(template(), CODE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.schemamemory.local.check.BrokenTemplate#all")
  void what_is_broken_is_named(BrokenTemplate broken) throws IOException {
    assertThat(found(broken.in(template()))).contains(broken.defect());
  }

  @Test
  void an_alarm_without_an_action_is_all_that_is_wrong() throws IOException {
    String silent =
        template()
            .replaceFirst(
                "( {6}AlarmName: [^\n]*-wrong-signatures\n) {6}AlarmActions: [^\n]*\n", "$1");

    assertThat(found(silent))
        .containsExactly("WrongSignatures: AlarmActions: is empty, so the alarm reaches nobody");
  }

  private static List<String> found(String template) throws IOException {
    assertThat(template).isNotEqualTo(template());
    return CheckTemplate.defects(template, CODE).stream().map(Defect::toString).toList();
  }

  private static String template() throws IOException {
    return Files.readString(ROOT.resolve("template.yaml"));
  }
}
