package io.schemamemory.local.template;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A function's regular invocation.
public record Schedule(String name, Duration every, Origin origin) {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

  /// AWS has two schedulers, whose events differ.
  public enum Origin {
    /// A `Schedule` event: a rule of EventBridge.
    RULE,
    /// A `ScheduleV2` event: EventBridge Scheduler.
    SCHEDULER
  }

  static Schedule rule(String name, Property event) {
    return new Schedule(name, every(event.at("Schedule")), Origin.RULE);
  }

  static Schedule scheduler(String name, Property event) {
    return new Schedule(name, every(event.at("ScheduleExpression")), Origin.SCHEDULER);
  }

  /// How often `rate(...)` comes.
  public static Duration every(Property expression) {
    String text = expression.text();
    Matcher rate = RATE.matcher(text);
    if (!rate.matches() || Long.parseLong(rate.group(1)) == 0) {
      throw expression.problem(
          "is " + text + ", expected rate(n minutes), rate(n hours) or rate(n days)");
    }
    long count = Long.parseLong(rate.group(1));
    return switch (rate.group(2)) {
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
