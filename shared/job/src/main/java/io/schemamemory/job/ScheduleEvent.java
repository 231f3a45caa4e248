package io.schemamemory.job;

import java.util.Map;
import java.util.Set;

/// Recognizes the event that a schedule of EventBridge invokes a function with.
///
/// Strictly: whoever adds a field to a copied event means something by it, and a run may delete
/// data. Its envelope has a version, so AWS adds no field without notice.
final class ScheduleEvent {
  private static final Set<String> SOURCES = Set.of("aws.scheduler", "aws.events");

  /// `replay-name` stands in an event that EventBridge sends again from an archive.
  private static final Set<String> ENVELOPE =
      Set.of(
          "version",
          "id",
          "detail-type",
          "source",
          "account",
          "time",
          "region",
          "resources",
          "detail",
          "replay-name");

  private ScheduleEvent() {}

  static boolean is(Map<?, ?> event) {
    return event.get("source") instanceof String source
        && SOURCES.contains(source)
        && "Scheduled Event".equals(event.get("detail-type"))
        && ENVELOPE.containsAll(event.keySet())
        && saysNothing(event);
  }

  /// A scheduler's detail is the text of an empty object, a rule's the object.
  private static boolean saysNothing(Map<?, ?> event) {
    return !event.containsKey("detail")
        || "{}".equals(event.get("detail"))
        || Map.of().equals(event.get("detail"));
  }
}
