package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.function.ScheduleCheck;
import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.template.Property;
import java.util.Map;
import java.util.Optional;

/// How often a function runs within an alarm's period.
final class Cadence {
  private Cadence() {}

  /// Empty for a function that is invoked by more than its schedule.
  static Optional<Double> runs(CheckedFunction function, double period) {
    if (function.routes().findAny().isPresent()) {
      return Optional.empty();
    }
    return function
        .schedules()
        .map(Map.Entry::getValue)
        .filter(ScheduleCheck::isOn)
        .map(event -> period / ScheduleCheck.every(event).toSeconds())
        .max(Double::compare);
  }

  /// Whether no function that prints the alarm's metric runs in each of its periods.
  static boolean isTooRare(CheckedTemplate template, Property alarm) {
    double period = ThresholdCheck.decimal(alarm.at("Period"));
    String metric = AsWritten.of(alarm.at("MetricName"));
    return template.functions().stream()
        .filter(function -> function.code().hasText(metric))
        .noneMatch(function -> runs(function, period).orElse(0.0) >= 1);
  }
}
