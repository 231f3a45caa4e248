package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A dashboard shows metrics that come.
public final class DashboardCheck {
  private static final Pattern METRIC = Pattern.compile("\\[\"([\\w/${}:]+)\", ?\"(\\w+)\"");

  private DashboardCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType("AWS::CloudWatch::Dashboard")
        .flatMap(
            board ->
                METRIC
                    .matcher(String.valueOf(board.getValue().at("DashboardBody").value()))
                    .results()
                    .flatMap(shown -> problem(template, shown).stream())
                    .map(what -> new Defect(board.getKey(), "DashboardBody: " + what)));
  }

  private static Optional<String> problem(CheckedTemplate template, MatchResult shown) {
    return new WatchedMetric(shown.group(1), shown.group(2), Map.of()).unknown(template);
  }
}
