package io.schemamemory.local.check;

import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An alarm watches a metric that comes: one the code prints, or one of AWS's for a resource of the
/// template. Each function's failures are watched.
final class WatchCheck {
  private static final List<String> OF_A_FUNCTION = List.of("Errors", "Throttles", "Duration");

  private WatchCheck() {}

  static Stream<Defect> of(CheckedTemplate template) {
    return Stream.concat(
        template.ofType(AlarmCheck.ALARM).flatMap(alarm -> watched(template, alarm)),
        template.functions().stream().flatMap(function -> unwatched(template, function)));
  }

  private static Stream<Defect> watched(
      CheckedTemplate template, Map.Entry<String, Property> alarm) {
    return WatchedMetric.of(alarm.getValue())
        .flatMap(metric -> metric.problem(template).stream())
        .map(what -> new Defect(alarm.getKey(), what));
  }

  private static Stream<Defect> unwatched(CheckedTemplate template, CheckedFunction function) {
    return OF_A_FUNCTION.stream()
        .filter(
            name ->
                template
                    .ofType(AlarmCheck.ALARM)
                    .flatMap(alarm -> WatchedMetric.of(alarm.getValue()))
                    .noneMatch(metric -> metric.isOf(function.id(), name)))
        .map(name -> function.defect("no alarm watches its " + name));
  }
}
