package io.schemamemory.domain.event;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Says times as people read them, in UTC.
public final class TimeWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private TimeWords() {}

  /// A day and a time, such as `2026-05-02 17:53:29 UTC`.
  public static String moment(Instant at) {
    return day(at) + " " + time(at) + " UTC";
  }

  public static String day(Instant at) {
    return DAY.format(at);
  }

  public static String time(Instant at) {
    return TIME.format(at);
  }

  /// The two largest units, such as `1 hour 5 minutes`; seconds are rounded.
  public static String lasting(Duration duration) {
    Duration rounded = duration.plusMillis(500);
    if (rounded.toDays() > 0) {
      return two(rounded.toDays(), "day", rounded.toHoursPart(), "hour");
    }
    if (rounded.toHours() > 0) {
      return two(rounded.toHours(), "hour", rounded.toMinutesPart(), "minute");
    }
    return rounded.toMinutes() > 0
        ? two(rounded.toMinutes(), "minute", rounded.toSecondsPart(), "second")
        : one(rounded.toSeconds(), "second");
  }

  private static String two(long large, String unit, long small, String smaller) {
    return small == 0 ? one(large, unit) : one(large, unit) + " " + one(small, smaller);
  }

  private static String one(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
