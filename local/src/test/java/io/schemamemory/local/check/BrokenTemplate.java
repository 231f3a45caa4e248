package io.schemamemory.local.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One way to break the template, and what is then said of it.
///
/// @param resource the logical id, or `*` for the whole template
record BrokenTemplate(String resource, String pattern, String replacement, String defect) {
  private static final Path CASES = Path.of("src/test/resources/broken-template.txt");

  static List<BrokenTemplate> all() {
    try {
      return Files.readAllLines(CASES).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 4))
          .map(parts -> new BrokenTemplate(parts[0], parts[1], parts[2], parts[3]))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The template with the defect; the same template if the pattern is not in it.
  String in(String template) {
    int from = resource.equals("*") ? 0 : start(template);
    int to = resource.equals("*") ? template.length() : end(template, from);
    String broken =
        Pattern.compile(pattern, Pattern.MULTILINE)
            .matcher(template.substring(from, to))
            .replaceFirst(replacement.replace("\\n", "\n"));
    return template.substring(0, from) + broken + template.substring(to);
  }

  private int start(String template) {
    return template.indexOf("\n  " + resource + ":\n") + 1;
  }

  /// Where the next resource, or the comment on it, begins.
  private static int end(String template, int from) {
    Matcher next = Pattern.compile("\n(  )?[A-Za-z#]").matcher(template);
    return next.find(template.indexOf('\n', from)) ? next.start() + 1 : template.length();
  }

  @Override
  public String toString() {
    return defect;
  }
}
