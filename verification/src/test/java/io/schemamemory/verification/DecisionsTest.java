package io.schemamemory.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The index of the decisions has a row for each page, once, in the order of their numbers.
class DecisionsTest {
  private static final Path FOLDER = Project.ROOT.resolve("docs/decisions");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[(\\d{4}-[\\w-]+\\.md)]");

  @Test
  void each_decision_is_listed_once_in_order() throws IOException {
    assertThat(listed()).isEqualTo(pages()).hasSizeGreaterThan(30);
  }

  private static List<String> listed() throws IOException {
    return ROW.matcher(Files.readString(FOLDER.resolve("README.md")))
        .results()
        .map((MatchResult row) -> row.group(1))
        .toList();
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{4}-.*"))
          .sorted()
          .toList();
    }
  }
}
