package io.schemamemory.normalizedeliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The lifecycle of deploy request #42, rewritten as another one's, on another day of May.
record Rewritten(int number, int day, List<String> ddl) {
  private static final Pattern TIMESTAMP = Pattern.compile("(?<=\"timestamp\":)\\d+");
  private static final Pattern OPERATIONS =
      Pattern.compile("(?<=\"deploy_operations\":\\[)\\{.*?}(?=],\"deploy_operation_summaries\")");

  static Rewritten of(int number, int day, String... ddl) {
    return new Rewritten(number, day, List.of(ddl));
  }

  /// As long as it is deployed.
  List<byte[]> deployed() {
    return reverted().subList(0, 5);
  }

  /// To its end.
  List<byte[]> reverted() {
    return NormalizerFixture.life().stream()
        .map(body -> rewritten(new String(body, UTF_8)).getBytes(UTF_8))
        .toList();
  }

  private String rewritten(String body) {
    String changed = OPERATIONS.matcher(body).replaceAll(Matcher.quoteReplacement(operations()));
    return TIMESTAMP
        .matcher(changed)
        .replaceAll(found -> Long.toString(Long.parseLong(found.group()) + later().toSeconds()))
        .replace("2026-05-02", "2026-05-%02d".formatted(day))
        .replace("6k9choww9ktt", "request" + number)
        .replace("02d8efu10v8v", "run" + number)
        .replace("\"number\":42", "\"number\":" + number);
  }

  private Duration later() {
    return Duration.ofDays(day - 2L);
  }

  private String operations() {
    return ddl.stream().map(Rewritten::operation).collect(Collectors.joining(","));
  }

  private static String operation(String ddl) {
    String verb = ddl.split(" ", 2)[0];
    return "{\"keyspace_name\":\"shop\",\"table_name\":\"customers\",\"operation_name\":\"%s\",\"ddl_statement\":\"%s\"}"
        .formatted(verb, ddl);
  }
}
