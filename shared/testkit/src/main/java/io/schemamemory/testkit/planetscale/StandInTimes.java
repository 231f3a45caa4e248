package io.schemamemory.testkit.planetscale;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times in PlanetScale's format.
final class StandInTimes {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private StandInTimes() {}

  static String iso(Instant time) {
    return MILLIS.format(time);
  }
}
