package io.schemamemory.testkit.planetscale;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A limit of requests per minute; that minutes are the clock's is a guess.
final class RequestLimit {
  private final InstantSource clock;
  private int perMinute;
  private Instant minute = Instant.MIN;
  private int used;

  RequestLimit(InstantSource clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  synchronized void set(int requests) {
    perMinute = requests;
  }

  synchronized boolean admits() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!now.equals(minute)) {
      minute = now;
      used = 0;
    }
    return ++used <= perMinute;
  }
}
