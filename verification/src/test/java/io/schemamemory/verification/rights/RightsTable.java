package io.schemamemory.verification.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who may do what, as text: a line for each object that any role has a right to.
final class RightsTable {
  private static final String LEGEND =
      """
      # What every login may do, tried by the login itself; both of its roles alike. What has no line
      # is refused to everybody: whatever a later migration adds fails the build until it has one.
      #   s select  i insert  u update  d delete  t truncate  o own  x execute  n next value
      #   w set value  c create in  b become
      """;

  private final List<String> logins;
  private final Map<String, Map<String, String>> rights = new TreeMap<>();

  RightsTable(List<String> logins) {
    this.logins = logins;
  }

  void put(String login, List<Attempt> allowed) {
    for (Attempt attempt : allowed) {
      rights
          .computeIfAbsent(attempt.object(), _ -> new HashMap<>())
          .merge(login, attempt.right(), String::concat);
    }
  }

  @Override
  public String toString() {
    int width = rights.keySet().stream().mapToInt(String::length).max().orElse(0);
    return Stream.of(
            Stream.of(LEGEND + numbers()),
            Stream.of(line("#", width, login -> String.valueOf(logins.indexOf(login) + 1))),
            rights.entrySet().stream()
                .map(
                    object ->
                        line(
                            object.getKey(),
                            width,
                            login -> object.getValue().getOrDefault(login, "."))))
        .flatMap(lines -> lines)
        .collect(Collectors.joining());
  }

  private String numbers() {
    return IntStream.range(0, logins.size())
        .mapToObj(i -> "#   %d %s\n".formatted(i + 1, logins.get(i)))
        .collect(Collectors.joining());
  }

  private String line(String object, int width, UnaryOperator<String> cell) {
    String cells =
        logins.stream().map(cell).map("%-4s"::formatted).collect(Collectors.joining(" "));
    return "%-".concat(width + "s  %s").formatted(object, cells).stripTrailing() + "\n";
  }
}
