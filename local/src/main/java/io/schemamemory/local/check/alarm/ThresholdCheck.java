package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An alarm's threshold is reached when what it tells of happens, and not before.
public final class ThresholdCheck {
  /// More than so many failures within a period, and nobody hears of the first ones.
  private static final int MANY = 10;

  private static final double DAY = 86_400;

  /// Counted one by one: only their sum says how many there were.
  private static final Set<String> COUNTED = Set.of("Errors", "Throttles", "5xx");

  private ThresholdCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType(AlarmCheck.ALARM)
        .filter(alarm -> !alarm.getValue().at("MetricName").isAbsent())
        .flatMap(
            alarm ->
                problems(template, alarm.getValue()).stream()
                    .map(what -> new Defect(alarm.getKey(), what)));
  }

  private static List<String> problems(CheckedTemplate template, Property alarm) {
    List<String> found = new ArrayList<>();
    double threshold = decimal(alarm.at("Threshold"));
    String statistic = AsWritten.of(alarm.at("Statistic"));
    boolean below = AsWritten.of(alarm.at("ComparisonOperator")).startsWith("LessThan");
    statistic(alarm, statistic).ifPresent(found::add);
    if (below ? threshold <= 0 : threshold < (isAtLeast(alarm) ? 1 : 0)) {
      found.add("Threshold: %s is reached always, or never".formatted(threshold));
    }
    if (!below && isCount(alarm) && threshold > MANY) {
      found.add(
          "Threshold: %.0f is more than ever comes: the first failures are not told"
              .formatted(threshold));
    }
    if (!below && metric(alarm).contains("Seconds") && threshold > DAY) {
      found.add("Threshold: is more than a day");
    }
    invoked(template, alarm).ifPresent(function -> found.addAll(of(function, alarm, threshold)));
    return found;
  }

  private static List<String> of(CheckedFunction function, Property alarm, double threshold) {
    List<String> found = new ArrayList<>();
    int timeout = function.timeoutSeconds() * 1_000;
    if (metric(alarm).equals("Duration") && threshold >= timeout) {
      found.add(
          "Threshold: %.0f ms is never reached, Timeout ends %s at %d"
              .formatted(threshold, function.id(), timeout));
    }
    if (metric(alarm).equals("Duration") && threshold < timeout / 2.0) {
      found.add(
          "Threshold: %.0f ms is far from the %d of the Timeout".formatted(threshold, timeout));
    }
    Optional<Double> runs = Cadence.runs(function, decimal(alarm.at("Period")));
    if (metric(alarm).equals("Errors") && runs.isPresent()) {
      if (threshold > Math.max(1, runs.get())) {
        found.add(
            "Threshold: %.0f in a Period in which %s runs %.0f times"
                .formatted(threshold, function.id(), runs.get()));
      }
      if (runs.get() < 1 && decimal(alarm.at("EvaluationPeriods")) > 1) {
        found.add("EvaluationPeriods: %s does not run in every Period".formatted(function.id()));
      }
    }
    return found;
  }

  private static Optional<String> statistic(Property alarm, String statistic) {
    String wanted = COUNTED.contains(metric(alarm)) ? "Sum" : "Sum|Maximum";
    boolean isPercentile = !alarm.at("ExtendedStatistic").isAbsent();
    if (metric(alarm).equals("Duration") || metric(alarm).contains("Seconds")) {
      wanted = "Maximum";
    }
    return isPercentile || statistic.matches(wanted)
        ? Optional.empty()
        : Optional.of("Statistic: %s is not %s".formatted(statistic, wanted.replace("|", " or ")));
  }

  private static boolean isCount(Property alarm) {
    return !metric(alarm).equals("Duration") && !metric(alarm).contains("Seconds");
  }

  private static boolean isAtLeast(Property alarm) {
    return AsWritten.of(alarm.at("ComparisonOperator")).equals("GreaterThanOrEqualToThreshold");
  }

  private static String metric(Property alarm) {
    return AsWritten.of(alarm.at("MetricName"));
  }

  private static Optional<CheckedFunction> invoked(CheckedTemplate template, Property alarm) {
    List<WatchedMetric> watched = WatchedMetric.of(alarm).toList();
    return template.functions().stream()
        .filter(
            function ->
                watched.stream().anyMatch(one -> one.isOf(template, function, metric(alarm))))
        .findFirst();
  }

  static double decimal(Property property) {
    return property.value() instanceof Number number ? number.doubleValue() : 0;
  }
}
