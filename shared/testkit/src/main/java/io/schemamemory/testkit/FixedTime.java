package io.schemamemory.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// The fixed time of tests.
public final class FixedTime {
  /// Later than every sample payload.
  public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  /// A fixed clock.
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private FixedTime() {}
}
