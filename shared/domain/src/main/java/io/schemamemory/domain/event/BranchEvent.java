package io.schemamemory.domain.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may happen to a branch, as PlanetScale names it.
public enum BranchEvent {
  READY,
  SLEEPING,
  ANOMALY,
  OUT_OF_MEMORY,
  START_MAINTENANCE,
  PRIMARY_SWITCHOVER_IMMINENT,
  PRIMARY_PROMOTED,
  SCHEMA_RECOMMENDATION;

  private static final String PREFIX = "branch.";

  /// The branch's event of a name, if there is one.
  public static Optional<BranchEvent> ofEvent(String event) {
    return Arrays.stream(values()).filter(known -> known.event().equals(event)).findFirst();
  }

  /// PlanetScale's event name, such as `branch.ready`.
  public String event() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }
}
