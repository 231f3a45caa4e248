package io.schemamemory.testkit.metrics;

import io.schemamemory.testkit.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of metrics in `docs/operations.md`: each function's tests hold that it prints its row,
/// and another that alarms watch nothing else.
public final class DocumentedMetrics {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ((?:`\\w+`[,; ]*)+) \\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private DocumentedMetrics() {}

  /// The names of each function's metrics.
  public static Map<String, Set<String>> byFunction() {
    return table()
        .lines()
        .flatMap(line -> ROW.matcher(line).results())
        .collect(
            Collectors.toMap(
                row -> row.group(1), row -> names(row.group(2)), (one, _) -> one, TreeMap::new));
  }

  /// Those of one function.
  public static Set<String> of(String function) {
    return byFunction().getOrDefault(function, Set.of());
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String table() {
    try {
      String page = Files.readString(Samples.root().resolve("docs/operations.md"));
      int begin = page.indexOf("### Metrics");
      return page.substring(begin, page.indexOf("\n## ", begin));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("docs/operations.md cannot be read", unreadable);
    }
  }
}
