package io.schemamemory.local.check.function;

import io.schemamemory.local.check.code.JavaSource;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.References;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function has the time its code counts on, ends before its next run, and before SQS gives its
/// messages to another.
public final class TimeCheck {
  /// The longest Lambda allows.
  private static final int LONGEST = 900;

  /// AWS recommends a visibility timeout of so many timeouts of the function.
  private static final int TIMEOUTS_HIDDEN = 6;

  private TimeCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                Stream.of(limits(function), schedules(function), queues(function, template))
                    .flatMap(found -> found));
  }

  private static Stream<Defect> limits(CheckedFunction function) {
    Duration timeout = Duration.ofSeconds(function.timeoutSeconds());
    List<JavaSource.Limit> limits = function.code().limits();
    if (function.timeoutSeconds() > LONGEST) {
      return Stream.of(
          function.defect("Timeout: is more than Lambda's longest, %d".formatted(LONGEST)));
    }
    if (limits.isEmpty() && function.timeoutSeconds() < LONGEST) {
      return Stream.of(
          function.defect(
              "Timeout: is %d s, but its code sets no end of its own: give it the longest, %d"
                  .formatted(function.timeoutSeconds(), LONGEST)));
    }
    return limits.stream()
        .filter(limit -> timeout.compareTo(least(limit)) < 0)
        .map(
            limit ->
                function.defect(
                    "Timeout: is %d ms, too short for its %s of %d ms: it needs %d ms"
                        .formatted(
                            timeout.toMillis(),
                            limit.name(),
                            limit.time().toMillis(),
                            least(limit).toMillis())));
  }

  /// A reserve leaves at least as much time for work.
  private static Duration least(JavaSource.Limit limit) {
    return limit.isReserve() ? limit.time().multipliedBy(2) : limit.time();
  }

  private static Stream<Defect> schedules(CheckedFunction function) {
    return function
        .schedules()
        .filter(
            event -> ScheduleCheck.every(event.getValue()).toSeconds() < function.timeoutSeconds())
        .map(
            event ->
                function.defect(
                    "Events.%s: comes every %d s, so runs overlap: Timeout is %d s"
                        .formatted(
                            event.getKey(),
                            ScheduleCheck.every(event.getValue()).toSeconds(),
                            function.timeoutSeconds())));
  }

  private static Stream<Defect> queues(CheckedFunction function, CheckedTemplate template) {
    return template
        .ofType("AWS::Lambda::EventSourceMapping")
        .map(Map.Entry::getValue)
        .filter(
            mapping -> References.in(mapping.at("FunctionName").value()).contains(function.id()))
        .flatMap(mapping -> References.in(mapping.at("EventSourceArn").value()).stream())
        .filter(queue -> template.has(queue, "AWS::SQS::Queue"))
        .filter(queue -> visibility(template, queue) < TIMEOUTS_HIDDEN * function.timeoutSeconds())
        .map(
            queue ->
                new Defect(
                    queue,
                    "VisibilityTimeout: is %d s, less than %d times the Timeout of %s"
                        .formatted(visibility(template, queue), TIMEOUTS_HIDDEN, function.id())));
  }

  private static int visibility(CheckedTemplate template, String queue) {
    return template.resource(queue).at("Properties").at("VisibilityTimeout").number(30);
  }
}
