package io.schemamemory.local.check.alarm;

import io.schemamemory.local.check.model.AsWritten;
import io.schemamemory.local.check.model.CheckedTemplate;
import io.schemamemory.local.check.model.Defect;
import io.schemamemory.local.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An alarm on what every run prints also tells when nothing comes; no alarm is red before the
/// first run.
public final class SilenceCheck {
  private SilenceCheck() {}

  public static Stream<Defect> of(CheckedTemplate template) {
    return template
        .ofType(AlarmCheck.ALARM)
        .flatMap(
            alarm ->
                problems(template, alarm.getValue()).stream()
                    .map(what -> new Defect(alarm.getKey(), what)));
  }

  private static List<String> problems(CheckedTemplate template, Property alarm) {
    List<String> found = new ArrayList<>();
    String missing = AsWritten.of(alarm.at("TreatMissingData"));
    boolean everyRun = isOfEveryRun(alarm);
    if (missing.equals("breaching")) {
      found.add("TreatMissingData: is breaching, so a new stack is red before anything has run");
    }
    if (missing.equals("ignore")) {
      found.add("TreatMissingData: is ignore, so an alarm stays as it was when nothing comes");
    }
    if (everyRun && missing.equals("notBreaching")) {
      found.add("TreatMissingData: is notBreaching, so a run that never comes is not told");
    }
    if (missing.matches("|missing") && alarm.at("InsufficientDataActions").isAbsent()) {
      found.add(
          everyRun
              ? "InsufficientDataActions: is missing, so a run that never comes is not told"
              : "TreatMissingData: is missing, so the alarm has no state while all is well");
    }
    if (everyRun && Cadence.isTooRare(template, alarm)) {
      found.add("Period: the function that prints its metric does not run in every one");
    }
    return found;
  }

  /// What is printed whether or not something is wrong.
  static boolean isOfEveryRun(Property alarm) {
    return AsWritten.of(alarm.at("MetricName")).contains("Seconds")
        || AsWritten.of(alarm.at("ComparisonOperator")).startsWith("LessThan");
  }
}
