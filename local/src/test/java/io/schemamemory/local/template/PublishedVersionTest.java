package io.schemamemory.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A published version keeps its settings, so a change of any parameter in them must publish a new
/// one, through its description.
class PublishedVersionTest {
  private static final Pattern NAMED = Pattern.compile("(?:!Ref |\\$\\{)(\\w+)");

  @Test
  void every_parameter_of_the_receiver_is_in_its_versions_description() throws IOException {
    String template = Files.readString(Path.of("../template.yaml"));
    Set<String> parameters = keys(between(template, "\nParameters:\n", "\nGlobals:\n"));
    String globals = between(template, "\nGlobals:\n", "\nResources:\n");
    String receiver = between(template, "\n  ReceiveWebhook:\n", "\n  ReceiveWebhookErrors:\n");
    Set<String> used = named(globals + receiver);
    used.retainAll(parameters);
    // Of the function, not of a version.
    used.remove("ReservedConcurrency");
    // Of the way to a version.
    used.remove("AliasShift");

    assertThat(used).contains("DatabaseSecret", "SecretsExtensionArn", "SnapStart");
    assertThat(named(between(receiver, "VersionDescription:", "\n"))).containsAll(used);
  }

  private static Set<String> keys(String block) {
    return matches(Pattern.compile("(?m)^  (\\w+):$"), block);
  }

  private static Set<String> named(String text) {
    return matches(NAMED, text);
  }

  private static Set<String> matches(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
