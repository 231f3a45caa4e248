package io.schemamemory.local.check.function;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedFunction;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.check.model.SampleEvent;
import io.schemamemory.local.template.Property;
import io.schemamemory.local.template.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A function whose sample events come from the scheduler has a schedule: on, as often as the
/// sample's name says, without a command of its own, never repeated by a queue.
public final class ScheduleCheck {
  /// How often, by the name of the sample event.
  private static final Map<String, Duration> OFTEN =
      Map.of(
          "every-minute.json", Duration.ofMinutes(1),
          "every-five-minutes.json", Duration.ofMinutes(5),
          "hourly.json", Duration.ofHours(1),
          "daily.json", Duration.ofDays(1));

  private ScheduleCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template.functions().stream()
        .flatMap(
            function ->
                Stream.concat(
                    SampleEvent.of(template, function)
                        .filter(SampleEvent::isScheduled)
                        .flatMap(sample -> missed(function, sample)),
                    function.schedules().flatMap(event -> wrong(function, event))));
  }

  /// How often a schedule comes.
  public static Duration every(Property schedule) {
    Property v2 = schedule.at("ScheduleExpression");
    return Schedule.every(v2.isAbsent() ? schedule.at("Schedule") : v2);
  }

  /// Whether it invokes at all.
  public static boolean isOn(Property schedule) {
    return !AsWritten.of(schedule.at("State")).equals("DISABLED")
        && !AsWritten.of(schedule.at("Enabled")).equals("false");
  }

  private static Stream<Defect> missed(CheckedFunction function, SampleEvent sample) {
    Duration often =
        OFTEN.entrySet().stream()
            .filter(name -> sample.file().endsWith("/" + name.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Duration.ofDays(1));
    return function
            .schedules()
            .map(Map.Entry::getValue)
            .anyMatch(event -> isOn(event) && every(event).compareTo(often) <= 0)
        ? Stream.empty()
        : Stream.of(
            function.defect(
                "Events: no schedule that is on comes every %d s, as %s does"
                    .formatted(often.toSeconds(), sample.file())));
  }

  private static Stream<Defect> wrong(CheckedFunction function, Map.Entry<String, Property> event) {
    Property schedule = event.getValue();
    List<String> found = new ArrayList<>();
    if (!isOn(schedule)) {
      found.add("is disabled, so nothing comes");
    }
    if (!schedule.at("Input").isAbsent()) {
      found.add("has an Input, so its runs do something else");
    }
    if (!schedule.at("EndDate").isAbsent() || !schedule.at("StartDate").isAbsent()) {
      found.add("has a StartDate or an EndDate, beyond which nothing comes");
    }
    if (!isZero(schedule.at("RetryPolicy"))
        || !isZero(function.properties().at("EventInvokeConfig"))) {
      found.add(
          "is repeated: RetryPolicy and EventInvokeConfig need MaximumRetryAttempts: 0, since the next run is the retry");
    }
    return found.stream().map(what -> function.defect("Events." + event.getKey() + ": " + what));
  }

  private static boolean isZero(Property policy) {
    return AsWritten.of(policy.at("MaximumRetryAttempts")).equals("0");
  }
}
