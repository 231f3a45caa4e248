package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An alarm watches a metric that comes: one the code prints, or one of AWS's for a resource of the
/// template. Each function's failures are watched.
public final class WatchCheck {
  private static final List<String> OF_A_FUNCTION = List.of("Errors", "Throttles", "Duration");

  private WatchCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return Stream.concat(
        template.ofType(AlarmCheck.ALARM).flatMap(alarm -> watched(template, alarm)),
        template.functions().stream().flatMap(function -> unwatched(template, function)));
  }

  private static Stream<Defect> watched(
      CheckedTemplate template, Map.Entry<String, Property> alarm) {
    String condition = condition(template, alarm.getKey());
    return WatchedMetric.of(alarm.getValue())
        .flatMap(
            metric ->
                Stream.of(metric.problem(template), absent(template, metric, condition))
                    .flatMap(Optional::stream))
        .map(what -> new Defect(alarm.getKey(), what));
  }

  /// An alarm may be left out of the stack only with what it watches.
  private static Optional<String> absent(
      CheckedTemplate template, WatchedMetric metric, String condition) {
    Stream<String> sources =
        Stream.concat(
            metric.resource(template).stream(),
            metric.printers(template).stream().map(CheckedFunction::id));
    return condition.isEmpty() || sources.allMatch(id -> condition(template, id).equals(condition))
        ? Optional.empty()
        : Optional.of("Condition: leaves it out while what it watches is there");
  }

  private static String condition(CheckedTemplate template, String id) {
    return AsWritten.of(template.resource(id).at("Condition"));
  }

  private static Stream<Defect> unwatched(CheckedTemplate template, CheckedFunction function) {
    return OF_A_FUNCTION.stream()
        .filter(
            name ->
                template
                    .ofType(AlarmCheck.ALARM)
                    .flatMap(alarm -> WatchedMetric.of(alarm.getValue()))
                    .noneMatch(metric -> metric.isOf(template, function, name)))
        .map(name -> function.defect("no alarm watches its " + name));
  }
}
