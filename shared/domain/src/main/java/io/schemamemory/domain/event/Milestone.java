package io.schemamemory.domain.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A step of a deploy request's life, in the order a smooth one takes them.
public enum Milestone {
  OPENED,
  QUEUED,
  IN_PROGRESS,
  PENDING_CUTOVER,
  SCHEMA_APPLIED,
  ERRORED,
  REVERTED,
  CLOSED;

  private static final String PREFIX = "deploy_request.";

  /// The milestone of an event name, if it is one.
  public static Optional<Milestone> ofEvent(String event) {
    return Arrays.stream(values()).filter(m -> m.event().equals(event)).findFirst();
  }

  /// How many steps of a smooth life come before it.
  public int step() {
    return List.of(values()).indexOf(this);
  }

  /// PlanetScale's event name, such as `deploy_request.schema_applied`.
  public String event() {
    return PREFIX + label();
  }

  /// The name in PlanetScale's spelling, such as `schema_applied`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
